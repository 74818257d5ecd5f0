import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SAYING_SHOP } from '../../../../test/a/sayings/shop.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { blankRule } from '../../blank-rule.ts'
import { readSaying } from '../read-saying.ts'
import { notSaid } from './not-said.ts'

const ID = 'said' as RuleId
const sayings = readFileSync('test/a/sayings/sayings.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ')[0]!)

describe('what a rule does not say', () => {
  it('is of a rule that we read ourselves what we did not understand', () => {
    const odd = sayings.filter((sentence) => {
      const read = readSaying(sentence, SAYING_SHOP, ID)
      return read && JSON.stringify(notSaid(sentence, SAYING_SHOP, read.rule, [])) !== JSON.stringify(read.unknown)
    })
    // "One" might have been a count.
    expect(odd).toEqual(['offer cheaper phones than the one looked at on phones'])
  })

  it('is of an empty one all that says anything', () => {
    const sentence =
      'offer up to 3 waterproof scarves under 40 euros with jackets of the same size unless a belt is in the cart, on weekends'
    expect(
      notSaid(sentence, SAYING_SHOP, { ...blankRule(ID), when: { kind: 'all', of: [] } }, []).map(({ from, to }) =>
        sentence.slice(from, to),
      ),
    ).toEqual([
      ...['up to 3', 'waterproof', 'scarves', 'under 40 euros', 'jackets', 'same size', 'unless', 'belt', 'is in the cart', 'on weekends'],
    ])
  })
})
