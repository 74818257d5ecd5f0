import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMetafield } from './read-metafield.ts'

const valuesOf = (type: string, value: string) => readMetafield({ namespace: 'specs', key: 'x', type, value })?.values

describe('readMetafield', () => {
  it.each([
    ['single_line_text_field', ' AA ', ['AA']],
    ['number_integer', '3', [3]],
    ['number_decimal', '13.30', [13.3]],
    ['boolean', 'false', [false]],
    ['list.single_line_text_field', '["AA","AAA"]', ['AA', 'AAA']],
    ['dimension', '{"value":13.3,"unit":"in"}', [337.82]],
    ['weight', '{"value":2,"unit":"KILOGRAMS"}', [2000]],
    ['list.volume', '[{"value":1,"unit":"l"},{"value":5,"unit":"cl"}]', [1000, 50]],
    ['voltage', '{"value":12,"unit":"VOLTS"}', [12]],
    ['voltage', '{"value":"12.0","unit":"VOLTS"}', [12]],
    ['list.electric_current', '[{"value":1.5,"unit":"AMPERES"},{"value":20,"unit":"MILLIAMPERES"}]', [1500, 20]],
    ['rating', '{"value":"4.5","scale_min":"1.0","scale_max":"5.0"}', [4.5]],
    ['product_reference', 'gid://shopify/Product/7', ['gid://shopify/Product/7']],
  ])('reads a %s', (type, value, values) => {
    expect(valuesOf(type, value)).toEqual(values)
  })

  it.each([
    ['json', '{"a":1}'],
    ['multi_line_text_field', 'prose'],
    ['rich_text_field', '{}'],
    ['dimension', '{"value":1,"unit":"parsec"}'],
    ['voltage', '{"value":1,"unit":"METERS"}'],
    ['voltage', '{"value":null,"unit":"VOLTS"}'],
    ['voltage', '12'],
    ['number_integer', 'many'],
    ['list.number_integer', '{'],
    ['single_line_text_field', 'x'.repeat(256)],
  ])('leaves out a %s of %j', (type, value) => {
    expect(valuesOf(type, value)).toBeUndefined()
  })

  it('leaves out what belongs to an app, Shopify’s own too, and what is no metafield', () => {
    expect(readMetafield({ namespace: 'app--12', key: 'x', type: 'number_integer', value: '1' })).toBeUndefined()
    const picked = { namespace: 'shopify--discovery--product_recommendation', key: 'complementary_products' }
    expect(readMetafield({ ...picked, type: 'list.product_reference', value: '["gid://shopify/Product/7"]' })).toBeUndefined()
    fc.assert(fc.property(fc.anything(), (anything) => readMetafield(anything) === undefined))
  })
})
