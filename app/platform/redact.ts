/** Names of fields that may hold a secret or a person, in any spelling. */
const WITHHELD =
  /^(body|payload|query|variables|headers|cookies?|authorization|(id|access|refresh|session)?tokens?|secret|password|signature|hmac|e?mail|phone|address(es)?|(first|last|full)name|customer|note|properties|attributes|detail|where|hint|parameters)$/
const spelling = (name: string) => name.toLowerCase().replaceAll(/[_-]/g, '')

/** What stands in running text as a secret, or tells who somebody is. None looks at a character twice for what comes later. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Without its end it is a token, too.
  [/eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, '[token]'],
  [/shp[a-z]{2,4}_\w+/g, '[token]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [token]'],
  [
    /\b(id_token|access_token|refresh_token|client_secret|hmac|signature|code|password)(["']?\s*[=:]\s*["']?)[^\s&"',}]+/gi,
    '$1$2[withheld]',
  ],
  [/(?<=[a-z+]):\/\/[^\s/@"']+@/gi, '://[withheld]@'],
  // No part of an address is longer.
  [/[^\s@"'<>()[\]{}=:,;/]{1,64}@[^\s@"'<>()[\]{}=:,;/]{1,255}\.[a-z]{2,}/gi, '[e-mail]'],
  [/\+\d[\d ().-]{6,}\d/g, '[phone]'],
  // The end of a web address says who asked for what, and may be signed.
  [/(?<![^\s?"'])([^\s?"'/]*\/[^\s?"']*)\?[^\s"']+/g, '$1?[withheld]'],
]
const MOST_CHARACTERS = 2_000
const MOST_DEPTH = 6
const MOST_ENTRIES = 100

/** Text without the secrets and the people in it. */
export function redactText(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
  return withoutSecrets(short)
}

export function withoutSecrets(text: string): string {
  return SECRETS.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text)
}

/** A copy of anything that is to be logged, without secrets and people. Of an error only name, message, code and places remain. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MOST_DEPTH) return '[deeper]'
  if (value instanceof Error) return redactError(value)
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((item) => redact(item, depth + 1))
  if (ArrayBuffer.isView(value)) return '[bytes]'
  return Object.fromEntries(
    // Names alone are listed first: of a body with very many fields nothing else is made that is then thrown away.
    Object.keys(value)
      .slice(0, MOST_ENTRIES)
      .map((name) => [
        redactText(name),
        WITHHELD.test(spelling(name)) ? '[withheld]' : redact((value as Readonly<Record<string, unknown>>)[name], depth + 1),
      ]),
  )
}

function redactError(error: Error): Record<string, unknown> {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? { code: redactText(error.code) } : {}
  return {
    name: error.name,
    message: redactText(error.message),
    ...code,
    places: places.slice(0, 10).map((line) => redactText(line.trim())),
  }
}
