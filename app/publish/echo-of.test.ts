import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { echoOf } from './echo-of.ts'

it('is one update for each metafield, stamped to the second, and none where nothing was changed or nobody knows when', () => {
  const id = 7 as ProductId
  expect(echoOf(id, '2026-11-29T10:00:00.900Z', 2)).toEqual({ id, at: Date.parse('2026-11-29T10:00:00Z'), updates: 2 })
  expect(echoOf(id, '2026-11-29T10:00:00Z', 0)).toBeUndefined()
  expect(echoOf(id, undefined, 2)).toBeUndefined()
  expect(echoOf(id, 'soon', 1)).toBeUndefined()
})
