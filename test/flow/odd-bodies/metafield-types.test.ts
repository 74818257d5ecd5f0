import { expect, it } from 'vitest'
import { catalogLines, metafieldLine } from './export-lines.ts'
import { incomparable, leftOut, rowsOf, take } from './take-exports.ts'

it('what can be compared is, in one unit; what cannot is named in the admin', async () => {
  const taken = await take('catalog', [
    ...catalogLines(2),
    metafieldLine(1, 5, { key: 'volts', type: 'voltage', value: '{"value":12,"unit":"VOLTS"}' }),
    metafieldLine(2, 5, { key: 'volts', type: 'voltage', value: '{"value":12000,"unit":"MILLIVOLTS"}' }),
    ...[1, 2].map((id) => metafieldLine(id, 6, { key: 'care', type: 'multi_line_text_field', value: 'Wash it.' })),
    metafieldLine(1, 7, { key: 'odd', type: 'voltage', value: '{"value":1,"unit":"PARSECS"}' }),
    { ...metafieldLine(1, 8, { key: 'x', type: 'json', value: '{}' }), namespace: 'app--1--ours' },
  ])
  expect(taken).toMatchObject({ broken: 0 })
  const values = `jsonb_path_query_array(metafields, '$[*] ? (@.name == "specs.volts").values[*]')`
  expect(await rowsOf(`SELECT ${values} AS volts FROM product`)).toEqual([{ volts: [12] }, { volts: [12] }])
  expect(await incomparable()).toEqual([
    { name: 'specs.care', type: 'multi_line_text_field' },
    { name: 'specs.odd', type: 'voltage' },
  ])
  expect(await leftOut()).toEqual([])
})
