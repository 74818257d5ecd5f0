/** Every word that our own addresses are made of. A test holds them against the routes. */
const WORDS = new Set(
  `app auth accuracy comparisons copy csv customers discounts events history import leave list measuring model offers orders placements preview privacy
  problems products proxy reach requests results review rules said settings standard status story suggestions templates waiting
  webhooks`.split(/\s+/),
)
const MOST = 6

/** An address as it may be told anybody: of few kinds, and without whatever ids, names and questions it holds. */
export function routeOf(target: string): string {
  const parts = target
    .split(/[?#]/)[0]!
    .replace(/\.data$/, '')
    .split('/')
    .slice(1)
  return `/${parts
    .slice(0, MOST)
    .map((part) => (part === '' || WORDS.has(part) ? part : '*'))
    .join('/')}`
}
