import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRACE, judgeEnding, type HeldShop } from './judge-ending.ts'

const HOUR = 60 * 60 * 1000
const NOW = 1_790_000_000_000
const OURS = 'gid://shopify/AppInstallation/1'
const atWork: HeldShop = { leftAt: null, installation: OURS, metAt: NOW - 1_000 * HOUR }
const wishes = ['uninstalled', 'redact-shop'] as const
const gone = { kind: 'gone' } as const
const silent = { kind: 'silent', why: 'no route' } as const
const stillIn = (installation = OURS) => ({ kind: 'still-in', installation }) as const

describe('judgeEnding', () => {
  it('never ends a shop that Shopify still lets us into, whatever we hold and whenever it is said', () => {
    const time = fc.integer({ min: NOW - 5_000 * HOUR, max: NOW + HOUR })
    const held = fc.record({ leftAt: fc.option(time), installation: fc.option(fc.constantFrom(OURS, 'other')), metAt: fc.option(time) })
    fc.assert(
      fc.property(fc.constantFrom(...wishes), held, fc.constantFrom(OURS, 'new'), time, (wish, shop, installation, received) => {
        expect(['wait', 'begin-anew', 'nothing']).toContain(judgeEnding(wish, shop, stillIn(installation), received, NOW).kind)
      }),
    )
  })

  it('never forgets within 48 hours of the removal, by our own clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * GRACE }), fc.constantFrom(gone, silent, stillIn()), (since, witness) => {
        const ending = judgeEnding('redact-shop', { ...atWork, leftAt: NOW - since }, witness, NOW, NOW)
        expect(ending.kind === 'forget').toBe(since >= GRACE && witness.kind === 'gone')
      }),
    )
  })

  it('leaves where the token is worth nothing, and has a deletion wait from then on', () => {
    expect(judgeEnding('uninstalled', atWork, gone, NOW, NOW)).toEqual({ kind: 'leave', forMs: 0 })
    expect(judgeEnding('redact-shop', atWork, gone, NOW, NOW)).toEqual({ kind: 'leave', forMs: GRACE })
  })

  it('waits while Shopify cannot be asked, but not for ever', () => {
    expect(judgeEnding('uninstalled', atWork, silent, NOW - 71 * HOUR, NOW)).toMatchObject({ kind: 'wait', doubt: 'silent' })
    expect(judgeEnding('uninstalled', atWork, silent, NOW - 73 * HOUR, NOW)).toMatchObject({ kind: 'leave' })
  })

  it('tells late news of a removal by another installation, or by one that was met just now', () => {
    expect(judgeEnding('uninstalled', atWork, stillIn('new'), NOW, NOW)).toEqual({ kind: 'begin-anew', installation: 'new' })
    expect(judgeEnding('uninstalled', { ...atWork, metAt: NOW - HOUR }, stillIn(), NOW, NOW)).toEqual({ kind: 'nothing' })
    expect(judgeEnding('uninstalled', atWork, stillIn(), NOW, NOW)).toMatchObject({ kind: 'wait', doubt: 'still-in' })
  })

  it('lets the last traces go of a shop that we hold nothing of', () => {
    for (const wish of wishes) expect(judgeEnding(wish, undefined, gone, NOW, NOW)).toEqual({ kind: 'forget' })
  })
})
