import { expect, test } from 'vitest'
import { extensionFiles } from './extension-files.ts'

const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja']
const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])
const files = [...extensionFiles()].filter(([path]) => path.startsWith('locales/') && !path.endsWith('.schema.json'))
const words = new Map(files.map(([path, text]) => [path.split('/')[1]!.split('.')[0]!, JSON.parse(text) as unknown]))

/** Key → what is said, or of what changes with a count: category → what is said. */
function phrases(tree: unknown, prefix = ''): Map<string, unknown> {
  const isPhrase = typeof tree !== 'object' || tree === null || 'other' in tree
  if (isPhrase) return new Map([[prefix, tree]])
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...phrases(value, prefix ? `${prefix}.${key}` : key)]))
}

test('shoppers are spoken to in six languages', () => {
  expect([...words.keys()].toSorted()).toEqual(languages)
})

test.each(languages)('%s says everything, and nothing that English does not say', (language) => {
  const [own, english] = [language, 'en'].map((one) => [...phrases(words.get(one)).keys()].toSorted())
  expect(own).toEqual(english)
})

test.each(languages)('%s has a form for each of its plurals, and each with a number that may be several says it', (language) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  for (const [key, phrase] of phrases(words.get(language))) {
    if (typeof phrase !== 'object' || phrase === null) continue
    expect(Object.keys(phrase).toSorted(), key).toEqual(needed.toSorted())
    for (const [category, said] of Object.entries(phrase)) {
      expect(categories).toContain(category)
      if (!['zero', 'one', 'two'].includes(category)) expect(said, key).toContain('{{ count }}')
    }
  }
})

test.each(languages)('%s leaves no word empty', (language) => {
  const said = [...phrases(words.get(language)).values()].flatMap((phrase) =>
    typeof phrase === 'object' ? Object.values(phrase!) : [phrase],
  )
  expect(said.filter((one) => typeof one !== 'string' || one.trim() === '')).toEqual([])
})
