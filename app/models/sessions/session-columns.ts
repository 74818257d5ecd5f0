/** What is known of a candidate for the next click, one number each, in this order. */
const SESSION_COLUMNS = [
  // From visits alike: by nearness to what both saw, plainly, as a count, and only what came after.
  'near',
  'alike',
  'visits',
  'after',
  // From pairs of clicks: both ways, forward only, forward from the last product, and by cosine.
  'around',
  'forward',
  'follows',
  'cosine',
  // Each beside the best candidate's.
  'relativeNear',
  'relativeAlike',
  'relativeAfter',
  'relativeAround',
  'relativeForward',
  'relativeCosine',
  'base',
  // Of the candidate and of the visit.
  'stepsAgo',
  'times',
  'seen',
  'lately',
  'length',
  'lastSeen',
  'distinct',
] as const

export const SESSION_WIDTH = SESSION_COLUMNS.length
export const sessionColumn = Object.fromEntries(SESSION_COLUMNS.map((name, at) => [name, at])) as Record<
  (typeof SESSION_COLUMNS)[number],
  number
>
