import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>

const read = (name: string) => JSON.parse(readFileSync(join('extensions/checkout-offers/locales', `${name}.json`), 'utf8')) as Words
const english = read('en.default')
const holes = (said: string) => (said.match(/\{\{\w+\}\}/g) ?? []).toSorted()

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])('%s says everything, with every value and every plural', (language) => {
  const words = language === 'en' ? english : read(language)
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(english).toSorted())
  for (const [key, said] of Object.entries(words)) {
    const model = english[key]!
    if (typeof said === 'string') {
      expect([key, holes(said)]).toEqual([key, holes(model as string)])
      expect(said.trim()).not.toBe('')
      continue
    }
    expect(Object.keys(said).toSorted()).toEqual(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted())
    for (const [category, phrase] of Object.entries(said))
      if (!['zero', 'one', 'two'].includes(category)) expect(holes(phrase)).toEqual(holes((model as Record<string, string>)['other']!))
  }
})
