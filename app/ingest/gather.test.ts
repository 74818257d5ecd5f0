import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from './gather.ts'

it('gives each its own answer, whoever else was worked on beside it and whatever failed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ number: fc.integer(), fails: fc.boolean() })),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (all, most, lanes) => {
        const sizes: number[] = []
        const double = gather(
          async (given: readonly (typeof all)[number][]) => {
            sizes.push(given.length)
            await Promise.resolve()
            if (given.some(({ fails }) => fails)) throw new Error('No')
            return given.map(({ number }) => number * 2)
          },
          most,
          lanes,
        )
        const answers = await Promise.allSettled(all.map(double))
        expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual(
          all.map(({ number, fails }) => (fails ? 'failed' : number * 2)),
        )
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most)
      },
    ),
  )
})

it('works on what came meanwhile together', async () => {
  const worked: number[][] = []
  const ask = gather(
    async (given: readonly number[]) => {
      worked.push([...given])
      await Promise.resolve()
      return given
    },
    10,
    1,
  )
  await Promise.all([1, 2, 3, 4].map(ask))
  await ask(5)
  expect(worked).toEqual([[1], [2, 3, 4], [5]])
})

it('goes on beside what is slow', async () => {
  const slow = Promise.withResolvers<number>()
  const ask = gather(async (given: readonly number[]) => (given[0] === 1 ? [await slow.promise] : given), 10, 2)
  const first = ask(1)
  expect(await Promise.all([2, 3].map(ask))).toEqual([2, 3])
  slow.resolve(1)
  expect(await first).toBe(1)
})
