import { redact, withoutSecrets } from '#app/platform/redact.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  tokens: (size) => upTo(size, 'eyJ'),
  'tokens of parts': (size) => upTo(size, 'eyJabcdefgh.'),
  'a token that never ends': (size) => `eyJ${upTo(size, 'a')}`,
  'tokens of Shopify’s': (size) => upTo(size, 'shpat'),
  bearers: (size) => upTo(size, 'Bearer '),
  'a bearer of spaces': (size) => `Bearer${upTo(size, ' ')}`,
  'names of secrets': (size) => upTo(size, 'id_token '),
  'a secret of spaces': (size) => `code${upTo(size, ' ')}=${upTo(size, ' ')}`,
  schemes: (size) => upTo(size, 'a+'),
  'web addresses': (size) => upTo(size, 'https://'),
  letters: (size) => upTo(size, 'a'),
  'an e-mail address': (size) => `${upTo(size, 'a')}@${upTo(size, 'a.')}`,
  'at signs': (size) => upTo(size, 'a@'),
  dots: (size) => `a@${upTo(size, '.')}`,
  phones: (size) => upTo(size, '+1'),
  'a phone of spaces': (size) => `+1${upTo(size, ' ')}x`,
  slashes: (size) => upTo(size, '/'),
  questions: (size) => upTo(size, '/?'),
  spaces: (size) => upTo(size, ' '),
}
readsInLinearTime('a text without its secrets', TEXTS, withoutSecrets)
readsInLinearTime(
  'what is logged',
  {
    ...TEXTS,
    // Listing the names of an object is the engine's own, and of very many it takes more than ten times as long.
    'many fields': (size) => Object.fromEntries(Array.from({ length: Math.min(size, 5_000) }, (_, nth) => [`field-${nth}`, 'a@b.cd'])),
    'a long name': (size) => ({ [upTo(size, 'a_')]: 1 }),
    nested: (size) => JSON.parse('['.repeat(Math.min(size, 5_000)) + ']'.repeat(Math.min(size, 5_000))) as unknown,
    'an error': (size) => Object.assign(new Error(upTo(size, '\n    at ')), { code: upTo(size, 'a') }),
  },
  (value: unknown) => redact(value),
)
