import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../escape-html.ts'

/** Locale → its file's content. */
export type Words = ReadonlyMap<string, unknown>

/** `kind` is the file name's end: `.json` holds words for shoppers, `.schema.json` those for merchants. */
export function readWords(folder: string, kind: '.json' | '.schema.json'): Words {
  const files = readdirSync(folder).filter((file) => file.endsWith(kind) && (kind !== '.json' || !file.endsWith('.schema.json')))
  return new Map(files.map((file) => [file.split('.')[0] ?? '', JSON.parse(readFileSync(join(folder, file), 'utf8'))]))
}

/**
 * The words of a key in a locale, or else in English; `count` chooses among `one`, `other` …. Values are escaped, except where
 * the key ends in `_html`. A missing key says so, as Shopify's does.
 */
export function say(words: Words, locale: string, key: string, values: Readonly<Record<string, unknown>>): string {
  const found = look(words.get(locale), key) ?? look(words.get('en'), key)
  const phrase = typeof found === 'string' ? found : (look(found, pluralIn(locale, Number(values['count'] ?? 0))) ?? look(found, 'other'))
  if (typeof phrase !== 'string') return `Translation missing: ${locale}.${key}`
  const put = key.endsWith('_html') ? String : (value: unknown) => escapeHtml(String(value))
  return phrase.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => put(values[name] ?? ''))
}

/** Making rules takes longer than all else that is done for a word. */
const rules = new Map<string, Intl.PluralRules>()

function pluralIn(locale: string, count: number): Intl.LDMLPluralRule {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, known)
  return known.select(count)
}

function look(tree: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (typeof at === 'object' ? (at as Record<string, unknown> | null)?.[part] : undefined), tree)
}
