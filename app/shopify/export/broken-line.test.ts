import { expect, it } from 'vitest'
import { z } from 'zod'
import { reasons } from './broken-line.ts'

const ids = z.object({ ids: z.array(z.int()) })
const whyNot = (...given: unknown[]) => reasons(ids.safeParse({ ids: given }).error!)

it('tells what is wrong by its path', () => {
  expect(whyNot(1, 'x')).toMatch(/^ids\.1: /)
  expect(reasons(ids.safeParse(null).error!)).toMatch(/^body: /)
})

it('tells the first of many faults, and how many there are besides', () => {
  const why = whyNot(...Array.from({ length: 100_000 }, () => 'x'))
  expect(why).toMatch(/; and 99990 more$/)
  expect(why.length).toBeLessThan(2_000)
  expect(whyNot(...Array.from({ length: 10 }, () => 'x'))).not.toContain('more')
})
