import { expect, it } from 'vitest'
import { day } from './clock.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'

it('has little to learn from in the sixty days an app may see', () => {
  const now = new Date('2026-03-15T10:30:00Z')
  const world = kilnAndLeaf({ seed: 'a test', now })
  const visible = world.orders.filter(({ createdAt }) => Date.parse(createdAt) > now.getTime() - 60 * day)
  expect(visible.length).toBeGreaterThan(150)
  expect(visible.length).toBeLessThan(world.orders.length / 2)
})
