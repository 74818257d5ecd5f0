import { expect, it } from 'vitest'
import { whichTests } from './which-tests.ts'

it.each([
  [[], { kind: 'all' }],
  [['which-tests'], { kind: 'some', project: null, names: ['which-tests'] }],
  [['--only', 'flow'], { kind: 'some', project: 'flow*', names: [] }],
  [['--only=browser', 'test/e2e'], { kind: 'some', project: 'e2e', names: ['test/e2e'] }],
] as const)('runs for %j what it says', (args, which) => {
  expect(whichTests(args)).toEqual(which)
})

it.each([
  [['--only'], /--only takes one of unit, flow, browser/],
  [['--only', 'toString'], /--only takes one of/],
  [['--watch'], /no option “--watch”/],
  [['no/such/file'], /No test’s path holds “no\/such\/file”/],
] as const)('says for %j why it runs nothing', (args, why) => {
  expect(whichTests(args)).toEqual({ kind: 'none', why: expect.stringMatching(why) as string })
})
