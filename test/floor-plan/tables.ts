import { globSync, readFileSync } from 'node:fs'

/** The one room that knows how a table looks. Others call what it exports. */
export const OWNERS: Readonly<Record<string, string>> = {
  session: 'shopify',
  shop: 'shopify',
  sync: 'queue',
  training: 'queue',
  quarantined_line: 'ingest',
  echo: 'ingest',
  tombstone: 'ingest',
  delivery: 'inbox',
  product: 'catalog',
  collection: 'catalog',
  collection_member: 'catalog',
  market: 'catalog',
  metaobject: 'catalog',
  catalog_change: 'catalog',
  order: 'signals',
  order_line: 'signals',
  merged_customer: 'signals',
  storefront_event: 'signals',
  model_snapshot: 'models',
  rule: 'rules',
  placement_setting: 'rules',
  exclusion: 'rules',
  never_together: 'rules',
  free_delivery: 'rules',
  price_floor: 'rules',
  rule_version: 'rules',
  proposal: 'rules',
  mining: 'rules',
  lint: 'rules',
  applied_file: 'rules',
  rule_import: 'rules',
  saying: 'rules',
  saying_budget: 'rules',
  published_slot: 'publish',
  published_deals: 'publish',
  discount_node: 'publish',
  discount_state: 'publish',
  standard_switch: 'publish',
  standard_list: 'publish',
  pixel: 'publish',
  measurement: 'measure',
  measure_epoch: 'measure',
  offered: 'measure',
  measure_due: 'measure',
  measured_visitor: 'measure',
  measure_total: 'measure',
  measure_day: 'measure',
  customer_board: 'measure',
  rule_flag: 'measure',
  comparison: 'measure',
  copy_setting: 'copy',
  copy_sentence: 'copy',
  copy_word: 'copy',
  confirmed_fact: 'copy',
  published_copy: 'copy',
  copy_run: 'copy',
  published_snapshot: 'serve',
  offerable_snapshot: 'serve',
  customer_snapshot: 'serve',
  data_request: 'privacy',
  leaving: 'privacy',
}

/**
 * Who else touches a table today: `TABLE: rooms`. Each is a debt, with the way out that `OWNERS` names; the list only grows shorter.
 * A row of `shop` is locked by whoever writes what must not outlive it, and what forgets takes from every table.
 */
export const GUESTS: Readonly<Record<string, readonly string[]>> = {
  copy_sentence: ['privacy'],
  offered: ['privacy'],
  published_copy: ['privacy'],
  delivery: ['queue', 'catalog', 'privacy'],
  echo: ['privacy'],
  merged_customer: ['privacy'],
  model_snapshot: ['queue', 'jobs', 'privacy', 'pages'],
  order: ['privacy', 'pages'],
  order_line: ['privacy'],
  product: ['privacy', 'pages'],
  published_deals: ['privacy'],
  published_slot: ['serve', 'privacy', 'pages'],
  quarantined_line: ['privacy', 'pages'],
  rule: ['privacy', 'pages'],
  rule_version: ['jobs'],
  session: ['privacy'],
  shop: ['queue', 'catalog', 'signals', 'models', 'publish', 'serve', 'inbox', 'privacy', 'kit', 'jobs'],
  storefront_event: ['publish', 'privacy'],
  sync: ['pages'],
  tombstone: ['signals', 'privacy'],
  customer_snapshot: ['privacy'],
  discount_node: ['privacy'],
  proposal: ['privacy'],
}

/** Names of Prisma's own models, `modelSnapshot` for `model_snapshot`. */
const asModel = (table: string) => table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The tables that a source text names in SQL or asks for through Prisma. */
export function tablesIn(text: string, tables: readonly string[]): string[] {
  return tables.filter(
    (table) =>
      new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE|USING|TRUNCATE)\\s+(?:ONLY\\s+)?"?${table}\\b"?(?!\\.)`).test(text) ||
      new RegExp(`\\bprisma\\.${asModel(table)}\\b`).test(text),
  )
}

/** Which rooms touch each table. */
export function roomsByTable(): Map<string, Set<string>> {
  const tables = Object.keys(OWNERS)
  const rooms = new Map(tables.map((table) => [table, new Set<string>()]))
  for (const path of globSync('app/**/*.{ts,tsx}', { exclude: ['app/generated/**', '**/*.test.ts'] }))
    for (const table of tablesIn(readFileSync(path, 'utf8'), tables)) rooms.get(table)!.add(path.split('/')[1]!)
  return rooms
}
