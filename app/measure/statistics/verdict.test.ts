import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEstimate } from '../../../test/a/estimate.ts'
import type { Safeguards } from './safeguards.ts'
import { verdict, type Observed, type VerdictTerms } from './verdict.ts'

const TERMS: VerdictTerms = { alpha: 0.05, tunedFor: 10_000, worth: 2, mostUnknown: 0.2 }
const by = (effect: number) => anEstimate({ effect })
const QUIET: Safeguards = { revenue: by(0), conversion: by(0), orderValue: by(0), units: by(0), otherUnits: by(0) }
const GAIN: Observed = { offered: by(5), safeguards: QUIET, ratio: { p: 1, isBroken: false }, unknownOrders: 0, isForged: false }
const said = (observed: Partial<Observed>, perDay = 100) => verdict({ ...GAIN, ...observed }, TERMS, perDay)

describe('a verdict', () => {
  it('adds where the gain is not what others lost', () => {
    const found = said({ safeguards: { ...QUIET, units: by(5) } })
    expect(found).toEqual({ kind: 'adds', low: expect.closeTo(5 - 3.035, 2) as number, high: expect.closeTo(5 + 3.035, 2) as number })
  })

  it('gains while that is open, and says for how long', () => {
    expect(said({})).toMatchObject({ kind: 'gains', days: null })
    const found = said({ safeguards: { ...QUIET, units: by(1.5), otherUnits: by(-0.5) } })
    expect(found.kind === 'gains' && found.days! > 100 && found.days! < 400).toBe(true)
  })

  it('displaces where others lose', () => {
    expect(said({ safeguards: { ...QUIET, units: by(0.1), otherUnits: by(-4.9) } })).toMatchObject({
      kind: 'displaces',
      replaced: expect.closeTo(0.98) as number,
    })
  })

  it('harms where the whole falls, whatever the offered items gain', () => {
    expect(said({ safeguards: { ...QUIET, units: by(9), revenue: by(-5) } })).toMatchObject({ kind: 'harms', harm: 'revenue' })
  })

  it('costs where offered items lose', () => {
    expect(said({ offered: by(-5), safeguards: { ...QUIET, units: by(9) } })).toMatchObject({ kind: 'costs' })
  })

  it('is not known yet, for as long as it takes', () => {
    const found = said({ offered: by(1) })
    expect(found.kind === 'not-known' && found.days! > 100 && found.days! < 300).toBe(true)
    expect(said({ offered: null })).toEqual({ kind: 'not-known', days: null })
  })

  it('is none in too small a shop, which hears what it can be told', () => {
    const found = said({ offered: by(1) }, 1)
    expect(found.kind === 'too-small' && found.smallest > TERMS.worth).toBe(true)
    // Two years and a half are too long as well.
    expect(said({ offered: by(1) }, 15).kind).toBe('too-small')
    expect(said({ offered: by(1) }, 50).kind).toBe('not-known')
  })

  it.each([
    ['forged', { isForged: true, ratio: { p: 0, isBroken: true } }],
    ['sample-ratio', { ratio: { p: 0, isBroken: true }, unknownOrders: 1 }],
    ['unknown-orders', { unknownOrders: 0.21 }],
  ] as const)('waits: %s', (why, observed) => {
    expect(said({ ...observed, safeguards: { ...QUIET, units: by(9) } })).toEqual({ kind: 'waits', why })
  })
})

const RANK = { costs: 0, 'not-known': 1, 'too-small': 1, gains: 2, displaces: 2, harms: 2, adds: 2, waits: -1 }

it('never falls as offered items gain more, and never adds without a safeguard that rose', () => {
  const effect = fc.double({ min: -12, max: 12, noNaN: true })
  fc.assert(
    fc.property(effect, effect, effect, effect, fc.double({ min: 0, max: 5, noNaN: true }), (offered, units, otherUnits, revenue, more) => {
      const safeguards = { ...QUIET, units: by(units), otherUnits: by(otherUnits), revenue: by(revenue) }
      const [less, gained] = [said({ offered: by(offered), safeguards }), said({ offered: by(offered + more), safeguards })]
      expect(RANK[gained.kind]).toBeGreaterThanOrEqual(RANK[less.kind])
      if (gained.kind === 'adds') expect(Math.max(units, revenue)).toBeGreaterThan(3.6)
    }),
  )
})
