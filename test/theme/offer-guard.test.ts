import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { MomentFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { ASKS } from '#app/serve/asks.ts'
import { readOfferRequest } from '#app/serve/read-offer-request.ts'
import { drawnGuard } from '#app/slots/drawn-guard.ts'
import { anyGuard, anyMoment } from '../a/any-rule.ts'
import { anyOddCase } from '../a/odd-names.ts'
import { openLiquid } from '../simulator/storefront/liquid/open-liquid.ts'
import { visitInLiquid } from './visit-in-liquid.ts'

const extension = join(import.meta.dirname, '../../extensions/theme-blocks')
const words = { locales: new Map(), fallback: 'en' } as never
const engine = openLiquid({ root: extension, snippets: join(extension, 'snippets'), words, assetUrl: (file) => file })

async function drawn(guard: Tree<MomentFact>, moment: Moment): Promise<boolean> {
  const said = await engine.parseAndRender(
    `{% render 'offer-guard', guard: guard %}`,
    { guard: JSON.parse(JSON.stringify(drawnGuard(guard, 'EUR'))) as unknown },
    { globals: visitInLiquid(moment) },
  )
  expect(String(said).trim()).toMatch(/^1?$/)
  return String(said).includes('1')
}

test('Liquid and the resolver agree on whether a guard holds', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(anyGuard, anyMoment, async (guard, moment) => {
      const holds = holdsNow(guard, moment)
      held += Number(holds)
      expect(await drawn(guard, moment)).toBe(holds)
    }),
    { numRuns: 1500 },
  )
  expect(held).toBeGreaterThan(100)
})

test('they agree on names that languages fold differently', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(anyOddCase, async ({ guard, moment }) => {
      const holds = holdsNow(guard, moment)
      held += Number(holds)
      expect(await drawn(guard, moment)).toBe(holds)
    }),
    { numRuns: 1500 },
  )
  expect(held).toBeGreaterThan(100)
})

test('long lists are gone through to their end', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `tag-${at}`)
  const moment = fc.sample(anyMoment, 1)[0]!
  const customer = { tags: ['other', 'TAG-99 '], orders: 0 }
  expect(await drawn({ kind: 'customer-tag', names }, { ...moment, customer })).toBe(true)
  expect(await drawn({ kind: 'not', of: { kind: 'customer-tag', names } }, { ...moment, customer })).toBe(false)
})

test('of a page’s guards Liquid writes down which hold, behind what marks them, as the door reads it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyGuard, { maxLength: 5 }), anyMoment, async (guards, moment) => {
      const ifs = guards.map((guard) => drawnGuard(guard, 'EUR'))
      const notes = JSON.parse(JSON.stringify(ifs.length > 0 ? { ifs, mark: '0a1b2c3d' } : {})) as unknown
      const said = String(
        await engine.parseAndRender(`{% render 'guards-held', notes: notes %}`, { notes }, { globals: visitInLiquid(moment) }),
      )
      const asked = readOfferRequest(new Map([['placement', 'home'], ...(said === '' ? [] : [['so', said] as const])]))
      const held = guards.flatMap((guard, at) => (holdsNow(guard, moment) ? [at] : []))
      expect(said).toMatch(said === '' ? /^$/ : ASKS['so']!)
      expect(asked?.told).toEqual(new Map(ifs.length > 0 ? [['0a1b2c3d', new Set(held)]] : []))
    }),
    { numRuns: 200 },
  )
})
