import { Liquid } from 'liquidjs'
import { expect, it } from 'vitest'
import { cardMarkup, type Words } from './card-markup.ts'

const english: Words = {
  tandem: { add: 'Add', price: { from_html: 'From {{ price }}' }, left: { one: 'One left', other: '{{ count }} left' } },
}
const markup = (snippet: string, name = 'en', words: Words = english) => cardMarkup(snippet, { name, words, first: english })
const engine = new Liquid()
const draw = (source: string, scope: object = {}) => engine.parseAndRenderSync(source, scope)

it('holds the words of its language, and the first one’s where it has none', () => {
  const french: Words = { tandem: { add: `Ajouter "d'office" {% 100 %}` } }
  const snippet = `{%- doc -%} 'tandem.nothing' | t {%- enddoc -%}<b>{{- 'tandem.add' | t | escape -}} </b>{{ 'tandem.price.from_html' | t: price: low }}`
  expect(draw(markup(snippet, 'fr', french), { low: '<i>5</i>' })).toBe('<b>Ajouter &#34;d&#39;office&#34; {% 100 %}</b>From <i>5</i>')
})

it('asks for no object that Liquid could not make', () => {
  expect(markup('{% if note.need.packs > 1 %}{{ note.by }}{{ own_note.by }}{{ note }}{% endif %}')).toBe(
    '{% if note_need_packs > 1 %}{{ note_by }}{{ own_note.by }}{{ note }}{% endif %}',
  )
})

it.each(['en', 'ar', 'pl', 'lt', 'lv', 'sl', 'ga', 'he', 'ja', 'cy'])('has the plurals of %s right', (name) => {
  const plurals = new Intl.PluralRules(name)
  const left = Object.fromEntries(plurals.resolvedOptions().pluralCategories.map((plural) => [plural, `${plural}:{{ count }}`]))
  const source = markup(`<b>{{ 'tandem.left' | t: count: n }}</b>`, name, { tandem: { left } })
  const template = engine.parse(`{% for n in numbers %}${source}{% endfor %}`)
  const numbers = [...Array(225).keys(), 1000, 1001, 1002, 1011, 1100, 1103, 1111, 10_000]
  expect(engine.renderSync(template, { numbers })).toBe(numbers.map((n) => `<b>${plurals.select(n)}:${n}</b>`).join(''))
})

it('keeps the space around what was said, or takes it away, as it was', () => {
  const said = (tag: string) => draw(markup(`a ${tag} b`), { n: 2, low: 5 })
  expect(said(`{{ 'tandem.left' | t: count: n }}`)).toBe('a 2 left b')
  expect(said(`{{- 'tandem.left' | t: count: n -}}`)).toBe('a2 leftb')
  expect(said(`{{- 'tandem.price.from_html' | t: price: low }}`)).toBe('aFrom 5 b')
  expect(said(`{{ 'tandem.price.from_html' | t: price: low -}}`)).toBe('a From 5b')
})

it('does not guess', () => {
  expect(() => markup(`{{ 'tandem.gone' | t }}`)).toThrow('no words for tandem.gone')
  expect(() => markup(`{{ heading | t | escape }}`)).toThrow('not understood: {{ heading | t | escape }}')
})
