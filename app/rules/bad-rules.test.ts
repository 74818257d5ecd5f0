import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRules } from '../../test/a/any-rule.ts'
import { luckOf } from '../../test/a/luck.ts'
import { spoil } from '../../test/a/spoil.ts'
import { readRule } from './read-rule.ts'

const DOCUMENTS = 50_000

it('takes each of 50,000 spoilt documents whole, or refuses it with path and reason', () => {
  const luck = luckOf('spoilt rules')
  const good = fc.sample(anyRules, { numRuns: 400, seed: 4 }).flat()
  const outcomes = { rule: 0, refused: 0 }
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const document = spoil(structuredClone(good[at % good.length]), luck)
    const read = readRule(document)
    outcomes[read.kind] += 1
    if (read.kind === 'rule') expect(readRule(JSON.parse(JSON.stringify(read.rule)))).toEqual(read)
    else if (read.faults.length === 0 || read.faults.some(({ path, message }) => typeof path !== 'string' || message === ''))
      expect.fail(`Refused without a reason: ${JSON.stringify(read)}`)
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(outcomes.rule).toBeGreaterThan(100)
  expect(outcomes.refused).toBeGreaterThan(DOCUMENTS / 2)
})
