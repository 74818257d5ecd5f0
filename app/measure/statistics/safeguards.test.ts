import { describe, expect, it } from 'vitest'
import { anEstimate } from '../../../test/a/estimate.ts'
import { displacement, fallsBelow, harmOf, type Safeguards } from './safeguards.ts'

const LOOKS = { alpha: 0.05, tunedFor: 10_000 }
const unknown = anEstimate()
const QUIET: Safeguards = { revenue: unknown, conversion: unknown, orderValue: unknown, units: unknown, otherUnits: unknown }
const by = (effect: number) => anEstimate({ effect })

describe('a safeguard', () => {
  it('names what is below zero for certain', () => {
    expect(harmOf(QUIET, LOOKS)).toBeNull()
    expect(harmOf({ ...QUIET, revenue: by(-4) }, LOOKS)).toBe('revenue')
    expect(harmOf({ ...QUIET, conversion: by(-4) }, LOOKS)).toBe('conversion')
    expect(harmOf({ ...QUIET, conversion: by(-2.5), orderValue: by(-9) }, LOOKS)).toBeNull()
  })

  it('has a floor', () => {
    expect(fallsBelow(by(-4), -0.5, LOOKS)).toBe(true)
    expect(fallsBelow(by(-4), -1, LOOKS)).toBe(false)
    expect(fallsBelow(null, 0, LOOKS)).toBe(false)
  })
})

describe('displacement', () => {
  it('is said where other items fall, with the share that they lose', () => {
    expect(displacement({ ...QUIET, units: by(1), otherUnits: by(-4) }, LOOKS)).toEqual({ kind: 'displaced', replaced: 0.8 })
  })

  it('is not said where more order, as those order fewer other items', () => {
    expect(displacement({ ...QUIET, units: by(1), otherUnits: by(-4), conversion: by(4) }, LOOKS).kind).toBe('open')
    expect(displacement({ ...QUIET, units: by(1), otherUnits: by(-4), conversion: by(4), revenue: by(6) }, LOOKS).kind).toBe('beside')
  })

  it('is excluded where units or revenue rise, more surely than other things are told', () => {
    expect(displacement({ ...QUIET, units: by(3.3) }, LOOKS).kind).toBe('open')
    expect(displacement({ ...QUIET, units: by(4.5) }, LOOKS).kind).toBe('beside')
    expect(displacement({ ...QUIET, revenue: by(4.5) }, LOOKS).kind).toBe('beside')
  })

  it('is open otherwise, until units tell what offered items alone bring', () => {
    expect(displacement({ ...QUIET, units: by(1), otherUnits: by(-1) }, LOOKS)).toEqual({
      kind: 'open',
      gap: { estimate: by(1), effect: 2, alpha: expect.closeTo(0.005) as number },
    })
    expect(displacement({ ...QUIET, units: null, otherUnits: null }, LOOKS)).toEqual({ kind: 'open', gap: null })
  })
})
