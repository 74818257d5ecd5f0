/** @type {readonly (readonly string[])[]} The floor plan. Data walks from the first to the last; an import never looks forward. Rooms of one step do not know each other. */
const walk = [
  ['platform'],
  ['commerce'],
  ['shopify'],
  ['queue'],
  ['offers'],
  ['ingest'],
  ['inbox'],
  ['catalog'],
  ['signals'],
  ['models'],
  ['rules'],
  ['slots'],
  ['publish', 'serve'],
  ['measure'],
  ['copy'],
  ['wording'],
  ['privacy'],
  ['kit'],
  ['pages'],
  ['jobs'],
  ['commands', 'routes'],
  ['front'],
]

module.exports = { walk }
