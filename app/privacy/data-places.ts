/** The kinds of data that there are of a shop; each has its words in the locale file: what, where, why and how long. */
export const DATA_PLACES = [
  'products',
  'orders',
  'customers',
  'models',
  'next',
  'proposals',
  'rules',
  'copy',
  'metafields',
  'discounts',
  'deliveries',
  'events',
  'offered',
  'tombstones',
  'tokens',
] as const
export type DataPlace = (typeof DATA_PLACES)[number]
