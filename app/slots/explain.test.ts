import { expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import { liftOf } from '#app/models/pairs/evidence.ts'
import { COUNTS } from '../../test/a/slots.ts'
import { explain, explainNothing } from './explain.ts'
import type { Reason } from './slot.ts'

const say = (key: string, values = {}) => [key, ...Object.values(values)].join(' | ')
const said = (reason: Reason) =>
  explain(
    reason,
    say,
    (number) => `#${number}`,
    (number) => number.toFixed(1),
  )

it('a card is explained by whoever chose it, with the figures of its evidence', () => {
  expect(said({ by: 'rule', rule: 'r' as RuleId, name: 'Cells' })).toBe('reason.rule | Cells')
  expect(said({ by: 'popular', units: 7 })).toBe('reason.popular | #7')
  expect(said({ by: 'look-alikes' } as Reason)).toBe('reason.look-alikes')
  expect(said({ by: 'pinned' } as Reason)).toBe('reason.pinned')
  const { lift, low, high } = liftOf(COUNTS, 1.96)
  expect(low).toBeLessThan(lift)
  expect(said({ by: 'bought-together', model: 'm', counts: COUNTS })).toBe(
    ['reason.bought-together', '#5', '#10', ...[lift, low, high].map((one) => one.toFixed(1))].join(' | '),
  )
})

it('an empty slot says why', () => {
  expect(explainNothing({ kind: 'nothing', why: 'off' }, say)).toBe('nothing.off')
})
