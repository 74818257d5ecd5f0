import fc from 'fast-check'
import { expect, it } from 'vitest'
import { failureOf, OUR_FAULT, Sayable } from '#app/platform/failure.ts'
import { AccessLost, ShopifyUnreachable } from './shopify-failures.ts'

it('repeats what is meant to be read, and not a word of anything else', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{1,40}$/), (words) => {
      for (const Kind of [Sayable, AccessLost, ShopifyUnreachable]) expect(failureOf(new Kind(words))).toBe(words)
      for (const thrown of [
        new Error(words),
        new TypeError(words),
        Object.assign(new Error(words), { code: '23505' }),
        words,
        { message: words },
      ])
        expect(failureOf(thrown)).toBe(OUR_FAULT)
    }),
  )
})

it('leaves out secrets and people whoever speaks of them', () => {
  expect(failureOf(new Sayable('jane@example.com may not use shpat_0123456789abcdef'))).toBe('[e-mail] may not use [token]')
})

it('says nothing that a database cannot hold', () => {
  expect(failureOf(new Sayable('no \0 such \ud800 title 😀'))).toBe('no \ufffd such \ufffd title 😀')
})
