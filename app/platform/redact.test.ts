import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLog } from './open-log.server.ts'
import { redactText } from './redact.ts'

const TOKEN = 'shpat_0123456789abcdef0123456789abcdef'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJkZXN0IjoiaHR0cHM6Ly9hIn0.c2lnbmF0dXJl'
const EMAIL = 'canary.featherstone@example.com'
const PHONE = '+1 555 0100 777'
const CANARIES = [TOKEN, JWT, EMAIL, PHONE]

/** What the log says when the event is written to it. */
function said(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog('trace', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  const words = fc.constantFrom(
    '',
    ' ',
    '"',
    "'",
    'Key (email)=(',
    '{"a":"',
    ') already exists',
    '?id_token=',
    'https://x.myshopify.com/app?q=',
    ', ',
  )
  const canary = fc.constantFrom(...CANARIES)
  const sentence = fc.tuple(words, canary, words, canary, words).map((parts) => parts.join(''))
  const key = fc.constantFrom('why', 'path', 'email', 'access_token', 'accessToken', 'anything', 'response')
  const event = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      sentence,
      sentence.map((message) => new Error(message)),
      sentence.map((message) =>
        Object.assign(new Error('It failed', { cause: new Error(message) }), { body: message, response: { message } }),
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(key, sentence), tie('value'), { maxKeys: 3 }),
    ),
  })).value

  it('lets no canary through, in whatever field, error or sentence it comes', () => {
    fc.assert(
      fc.property(fc.dictionary(key, event, { minKeys: 1, maxKeys: 3 }), sentence, (held, message) => {
        const line = said((log) => {
          log.error(held, message)
          log.warn(message)
          log.error(new Error(message))
        })
        for (const secret of CANARIES) expect(line).not.toContain(secret)
      }),
    )
  })

  it('still tells what happened', () => {
    const line = said((log) =>
      log.error({ job: 'sync', shop: 'ours.myshopify.com', ms: 12, err: new TypeError('x is not y') }, 'Job failed'),
    )
    expect(JSON.parse(line)).toMatchObject({
      job: 'sync',
      shop: 'ours.myshopify.com',
      ms: 12,
      msg: 'Job failed',
      err: { name: 'TypeError', message: 'x is not y' },
    })
    expect(line).toContain('redact.test.ts')
  })

  it('withholds bodies whatever is in them', () => {
    expect(said((log) => log.warn({ body: { name: 'Canary' }, first_name: 'Canary', response: { body: 'Canary' } }, 'x'))).not.toContain(
      'Canary',
    )
  })
})

describe('redactText', () => {
  it('leaves ids, shops, products and times alone', () => {
    const text = 'gid://shopify/Product/7000000001 of ours.myshopify.com at 2026-11-21T05:10:14.000Z: 12 of 1,000 (RuleId r-1), 3.5 ms'
    expect(redactText(text)).toBe(text)
  })

  it('takes the password out of a database address and the question out of a web address', () => {
    expect(redactText('connect postgresql://tandem:pass@127.0.0.1:5432/x failed')).not.toContain('pass@')
    expect(redactText('GET https://a.example/app?shop=x&id_token=abc failed')).toBe('GET https://a.example/app?[withheld] failed')
  })
})
