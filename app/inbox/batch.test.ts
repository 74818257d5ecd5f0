import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batch } from './batch.server.ts'

it('gives each its own answer, whoever else was worked on beside it and whatever failed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ number: fc.integer(), fails: fc.boolean() })),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (all, most, lanes) => {
        const sizes: number[] = []
        const double = batch(
          async (given: readonly (typeof all)[number][]) => {
            sizes.push(given.length)
            await Promise.resolve()
            if (given.some(({ fails }) => fails)) throw new Error('No')
            return given.map(({ number }) => number * 2)
          },
          { most, lanes },
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

it('works at once on what comes first, and together on what comes meanwhile', async () => {
  const worked: number[][] = []
  const first = Promise.withResolvers<void>()
  const ask = batch(
    async (given: readonly number[]) => {
      worked.push([...given])
      if (worked.length === 1) await first.promise
      return given
    },
    { most: 10, lanes: 1 },
  )
  const asked = [ask(1)]
  await nextTurn()
  asked.push(ask(2))
  expect(worked).toEqual([[1]])
  asked.push(ask(3))
  await nextTurn()
  asked.push(ask(4))
  first.resolve()
  await Promise.all(asked)
  expect(worked).toEqual([[1], [2, 3, 4]])
})

it('works at once beside a batch that takes its time', async () => {
  const worked: number[][] = []
  const slow = Promise.withResolvers<readonly number[]>()
  const ask = batch(
    async (given: readonly number[]) => {
      worked.push([...given])
      return given.includes(1) ? slow.promise : given
    },
    { most: 10, lanes: 2 },
  )
  const first = ask(1)
  expect(await Promise.all([2, 3].map(ask))).toEqual([2, 3])
  expect(worked).toEqual([[1], [2], [3]])
  slow.resolve([1])
  expect(await first).toBe(1)
})

it('works on no more lanes than it has', async () => {
  let working = 0
  let most = 0
  const ask = batch(
    async (given: readonly number[]) => {
      most = Math.max(most, (working += 1))
      await nextTurn()
      working -= 1
      return given
    },
    { most: 1, lanes: 3 },
  )
  await Promise.all(Array.from({ length: 20 }, (_, at) => ask(at)))
  expect(most).toBe(3)
})

it('goes on beside what is slow', async () => {
  const slow = Promise.withResolvers<number>()
  const ask = batch(async (given: readonly number[]) => (given[0] === 1 ? [await slow.promise] : given), { most: 1, lanes: 2 })
  const first = ask(1)
  expect(await Promise.all([2, 3].map(ask))).toEqual([2, 3])
  slow.resolve(1)
  expect(await first).toBe(1)
})
