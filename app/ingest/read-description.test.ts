import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { statedIn } from './read-description.ts'

const said = (html: string) => statedIn(html).map(({ name, value }) => `${name}=${value}`)

describe('what a description states', () => {
  it.each([
    [
      'a line of a list',
      '<p>A stool.</p><ul><li><strong>Material:</strong> Oak</li><li>Size: 40 cm</li></ul>',
      ['Material=Oak', 'Size=40 cm'],
    ],
    ['lines that are only broken', 'Material: Oak<br>Size : 40 cm<br/>Nice', ['Material=Oak', 'Size=40 cm']],
    ['a row of two cells', '<table><tr><th>Material</th><td><p>Oak &amp; ash</p></td></tr></table>', ['Material=Oak & ash']],
    ['a term with its definition', '<dl><dt>Material</dt><dd>Oak</dd><dt>Size:</dt><dd>M</dd></dl>', ['Material=Oak', 'Size=M']],
    ['a wide colon', '<p>素材：木</p>', ['素材=木']],
    ['what spaces are put around', `<p>Material:${' '.repeat(300)}Oak\n${' '.repeat(300)}</p>`, ['Material=Oak']],
    ['a name in any case, once', '<p>Material: Oak</p><p>MATERIAL: Oak</p>', ['Material=Oak']],
  ])('%s', (_, html, wanted) => expect(said(html)).toEqual(wanted))

  it.each([
    ['prose', '<p>Please note that this is what everybody says: Oak lasts.</p>'],
    ['an address', '<p>https://example.com</p>'],
    ['a value that is prose', `<p>Material: ${'oak and '.repeat(20)}</p>`],
    ['a name without value', '<p>Material:</p><p>Oak</p>'],
    ['a name with two values', '<p>Material: Oak</p><p>Material: Ash</p>'],
    ['half of what is too long', `<p>Material: oak ${'<b> </b>'.repeat(120)} and not ash, which everybody would take for oak at first</p>`],
    ['half of a long cell', `<table><tr><td>Material</td><td>oak${' '.repeat(1_100)}and ash</td></tr></table>`],
    ['half of a letter', `<p>Material: oak ${'<b> </b>'.repeat(40)}${'🪵'.repeat(100)}</p>`],
    ['what is struck out', '<p>Material: <del>Oak</del></p>'],
    ['a script', '<script>Material: Oak</script>'],
    ['a row of three cells', '<table><tr><td>Material</td><td>Oak</td><td>Ash</td></tr></table>'],
    ['a definition after another', '<dl><dt>Material</dt><dd>Oak</dd><dd>Ash</dd></dl>'],
  ])('not %s', (what, html) => expect(said(html)).toEqual(what.startsWith('a definition') ? ['Material=Oak'] : []))

  test('no more than twelve', () => {
    expect(statedIn(Array.from({ length: 40 }, (_, nth) => `<p>Name ${nth}: value</p>`).join(''))).toHaveLength(12)
  })
})

test('a value holds nothing that cannot be kept', () => {
  expect(said('<p>Material: o&#0;a&#xD800;k</p>')).toEqual(['Material=o\ufffda\ufffdk'])
})

test('whatever it is, what is stated stands in it, without a mark', () => {
  const parts = fc.constantFrom(
    '<li>',
    '</li>',
    '<br>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '<b>',
    '</b>',
    '<dt>',
    '<dd>',
    '<del>',
    '</del>',
  )
  const words = fc.constantFrom('Material', 'Size', ': ', ':', 'oak', 'M', ' ', '\n', 'and so on')
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, words), { maxLength: 40 }), (all) => {
      const html = all.join('')
      const text = html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
      for (const { name, value } of statedIn(html)) {
        expect(text).toContain(name)
        expect(text).toContain(value)
        expect(name + value).not.toMatch(/[<>]/)
      }
    }),
  )
})
