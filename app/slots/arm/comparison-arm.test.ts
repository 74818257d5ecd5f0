import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { isHeldOut, placeOf, saltOf } from './arm.ts'
import { comparedRuleOf } from './comparison-arm.ts'
import { COPY_ARMS, copyArmOf } from './copy-arm.ts'

const hex = (bits: number) =>
  Math.floor(bits * 2 ** 32)
    .toString(16)
    .padStart(8, '0')
/** Ids as random as theirs are, the same every time (Weyl sequences). */
const visits = Array.from({ length: 30_000 }, (_, at) => [2, 3, 5, 7].map((prime) => hex(((at + 1) * Math.sqrt(prime)) % 1)).join(''))
const share = (of: readonly string[], comparison = 'one') =>
  of.filter((visit) => comparedRuleOf('salt', comparison, visit) === 'b').length / of.length

it('is half each, and another half in the next comparison', () => {
  // Four standard errors of 30,000.
  expect(Math.abs(share(visits) - 1 / 2)).toBeLessThan(0.0116)
  expect(share(visits.filter((visit) => comparedRuleOf('salt', 'two', visit) === 'b'))).toBeCloseTo(1 / 2, 1)
})

it('is independent of who is held out of offers, and of who reads what of a product', () => {
  expect(share(visits.filter((visit) => isHeldOut(saltOf('salt', 'cross-sell'), visit, 0.5)))).toBeCloseTo(1 / 2, 1)
  for (const arm of COPY_ARMS) expect(share(visits.filter((visit) => copyArmOf(visit) === arm))).toBeCloseTo(1 / 2, 1)
})

/** What the page's own script says on the page's root. */
function saidIn(visit: string | null, note: object, role = 'main'): Record<string, string> {
  const script = /<script[^>]*>(.*)<\/script>/s.exec(readFileSync('extensions/theme-blocks/snippets/arm-script.liquid', 'utf8'))![1]!
  const page: Record<string, string> = {}
  runInNewContext(script, {
    document: { documentElement: { dataset: page }, currentScript: { dataset: { tandemNote: JSON.stringify(note) } } },
    window: { Shopify: { theme: { role } } },
    location: { search: '' },
    localStorage: { getItem: (key: string) => (key === 'tandem:visit' ? visit : null) },
  })
  return page
}
const NOTE = { v: 1, salt: '0f', epoch: 1, share: 0.1, compared: 'k3_Zq-1' }

it('is in the page what it is here', () => {
  for (const visit of visits.slice(0, 300)) {
    const isOut = placeOf(saltOf('0f', 'cross-sell'), visit) < 0.1
    expect(saidIn(visit, NOTE)).toEqual(
      isOut ? { tandemArm: 'held-out' } : { tandemArm: 'shown', tandemRule: comparedRuleOf('0f', NOTE.compared, visit) },
    )
  }
})

it('is nobody’s without an id, in the merchant’s own visits, or while nothing is compared', () => {
  const { compared: _, ...alone } = NOTE
  expect(saidIn(null, NOTE)).toEqual({ tandemArm: 'unknown' })
  for (const visit of visits.slice(0, 20)) {
    expect(saidIn(visit, NOTE, 'unpublished')).toEqual({ tandemArm: 'own' })
    expect(saidIn(visit, alone)).not.toHaveProperty('tandemRule')
  }
})
