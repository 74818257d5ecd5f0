import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { GUESTS, OWNERS, roomsByTable, tablesIn } from './tables.ts'

test('every table of the schema has one owner', () => {
  const mapped = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table)
  expect(Object.keys(OWNERS).toSorted()).toEqual(mapped.toSorted())
})

/** Of these one row is a shop, or is found before its shop is known. */
const ABOVE_SHOPS = ['Session', 'Shop']

test('every key begins with the shop, so that shops can be kept apart in parts or on several servers', () => {
  const models = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) \{\n([^]*?)^\}/gm)]
  const others = models.filter(([, name]) => !ABOVE_SHOPS.includes(name!))
  expect(others.length).toBeGreaterThan(50)
  const keyless = others.filter(([, , body]) => !/^ +shopId +String +@id |@@id\(\[shopId, /m.test(body!))
  expect(keyless.map(([, name]) => name)).toEqual([])
  const references = models.flatMap(([, name, body]) =>
    [...body!.matchAll(/@relation\(fields: \[(\w+)/g)].map(([, first]) => `${name}: ${first}`),
  )
  expect(references.filter((one) => !one.endsWith(': shopId'))).toEqual([])
})

test.each([...roomsByTable()])('%s is touched by its owner, and by no room that is not known to', (table, rooms) => {
  const others = [...rooms].filter((room) => room !== OWNERS[table])
  expect(others.toSorted()).toEqual([...(GUESTS[table] ?? [])].toSorted())
})

describe('a table that is named', () => {
  const tables = ['order', 'order_line', 'model_snapshot']
  it.each([
    ['in a query', 'SELECT count(*) FROM "order" WHERE shop_id = $1', ['order']],
    ['in a join over lines', 'FROM\n      order_line AS line JOIN "order" ON true', ['order', 'order_line']],
    ['in a change', 'UPDATE order_line SET quantity = 0', ['order_line']],
    ['through Prisma', 'await prisma.modelSnapshot.findFirst()', ['model_snapshot']],
  ])('is found %s', (_, text, found) => {
    expect(tablesIn(text, tables)).toEqual(found)
  })

  it.each(['ORDER BY order_line.id', '// from order to order', "import { orders } from './order.ts'"])('is none in %j', (text) => {
    expect(tablesIn(text, tables)).toEqual([])
  })
})
