import { expect, it } from 'vitest'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import type { PlacementMix } from '#app/rules/mix.ts'
import { everything, ofType } from '../../test/a/rule.ts'
import { aCatalog } from '../../test/a/shop.ts'
import english from './locales/en.json' with { type: 'json' }
import { sayFrom } from './say.ts'
import { sayMix } from './say-mix.ts'

const say = sayFrom(english)
const context = { say, catalog: aCatalog(), money: String }
const said = (mix: PlacementMix) => sayMix('home', mix, context)
const line = (slots: string) => say('mix.line', { placement: say('placement.home'), slots })

it('says of each slot who fills it, and from what where it is open', () => {
  const slots = [
    { lock: 'locked', sources: ['rules'] },
    { lock: 'open', sources: ['popular', 'rules'] },
    { lock: 'off', sources: [] },
  ] as const
  const open = say('mix.open', { sources: `${say('source.popular')}, ${say('source.rules')}` })
  expect(said({ slots, adjust: [] })).toBe(line([say('lock.locked'), open, say('lock.off')].join('; ')))
})

it('says what is pinned, boosted or left out after the slots', () => {
  const adjust = [
    { kind: 'pin', where: ofType('Toy') },
    { kind: 'filter', where: everything },
  ] as unknown as PlacementMix['adjust']
  const changes = [
    say('adjust.pin', { where: sayCondition(ofType('Toy'), context) }),
    say('adjust.filter', { where: sayCondition(everything, context) }),
  ]
  expect(said({ slots: [{ lock: 'locked', sources: ['rules'] }], adjust })).toBe(line([say('lock.locked'), ...changes].join('; ')))
})
