/** What is known of a candidate when it is ranked, one number each, in this order. */
export const COLUMNS = [
  // Summed over the given products, from the pairs.
  'walk',
  'dampedWalk',
  'cosine',
  'surprise',
  'fashion',
  'together',
  'reached',
  'bestWalk',
  'bestCosine',
  // Summed over the given products, from the other models.
  'regression',
  'likeness',
  'bestLikeness',
  // The same beside the best candidate's.
  'relativeDampedWalk',
  'relativeWalk',
  'relativeCosine',
  'relativeRegression',
  'base',
  // Of the candidate itself.
  'week',
  'month',
  'ever',
  'known',
  'rise',
  'price',
  // Of the question.
  'given',
  'givenEver',
  'priceRatio',
] as const

export type Column = (typeof COLUMNS)[number]
export const WIDTH = COLUMNS.length
export const column = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Record<Column, number>
