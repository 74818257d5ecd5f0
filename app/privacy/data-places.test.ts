import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACCESS_SCOPES } from '#app/shopify/access-scopes.ts'
import english from '#app/wording/locales/en.json'
import { DATA_PLACES } from './data-places.ts'

it('says of each kind of data what, where, why and how long', () => {
  for (const place of DATA_PLACES)
    for (const part of ['', '.where', '.why', '.until']) expect(english).toHaveProperty([`data.${place}${part}`])
})

it('is counted, each of them', () => {
  const asked = readFileSync('app/privacy/count-data.server.ts', 'utf8')
  for (const place of DATA_PLACES) expect(asked).toMatch(new RegExp(`\\bAS ${place}\\b`))
})

it('is told at length for every table that we keep and every scope that we ask for', () => {
  const told = readFileSync('docs/your-data.md', 'utf8')
  const tables = Array.from(readFileSync('prisma/schema.prisma', 'utf8').matchAll(/@@map\("(\w+)"\)/g), ([, table]) => table!)
  expect(tables.length).toBeGreaterThan(20)
  const named = [...tables, ...ACCESS_SCOPES.map(({ scope }) => scope)]
  expect(named.filter((name) => !told.includes(`\`${name}\``))).toEqual([])
})
