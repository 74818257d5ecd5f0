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
  // Of the customer's own past, in usual gaps between two orders and in orders.
  'times',
  'lastGaps',
  'lastAgo',
  'firstGaps',
  'oftenLately',
  'often',
  'oftenEver',
  'oftenByBasket',
  // Of what customers with the same products bought.
  'taste',
  'alike',
  // The same beside the best candidate's.
  'relativeDampedWalk',
  'relativeWalk',
  'relativeCosine',
  'relativeRegression',
  'relativeOften',
  'relativeTaste',
  'relativeAlike',
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
  'again',
  'due',
  'share',
  'orders',
  'sinceLast',
] as const

export type Column = (typeof COLUMNS)[number]
export const WIDTH = COLUMNS.length
export const column = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Record<Column, number>
