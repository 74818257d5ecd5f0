import fc from 'fast-check'
import { expect, test } from 'vitest'
import { luckOf } from '../world/random.ts'
import { spoilLines } from './spoil-lines.ts'

type Row = { readonly id: string; readonly __parentId?: string }

const rows = Array.from({ length: 20 }, (_, at) => [
  { value: { id: `o${at}` }, isRoot: true },
  ...(at % 2 === 0 ? [{ value: { id: `l${at}`, __parentId: `o${at}` }, isRoot: false }] : []),
]).flat()

function read(text: string): Row | undefined {
  try {
    return JSON.parse(text) as Row
  } catch {
    return undefined
  }
}

test('as much is damaged as was said, the damage names it, and all else is whole', () => {
  const count = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(fc.string(), count, count, fc.boolean(), (seed, broken, orphaned, truncated) => {
      const [lines, damage] = spoilLines(rows, { kind: 'spoilt', broken, orphaned, truncated }, luckOf(seed))
      const text = lines.map((line) => line.text).join('')
      expect(text.endsWith('\n')).toBe(!truncated)
      const found = text.split('\n').filter(Boolean).map(read)
      const whole = found.filter((row) => row !== undefined)
      expect(found.length - whole.length).toBe(broken + (truncated ? 1 : 0))
      expect(damage.broken).toHaveLength(broken)
      expect(damage.leftOut).toHaveLength(Math.min(orphaned, 10))
      const harmed = [...damage.broken, ...damage.leftOut, ...(damage.truncated ? [damage.truncated] : [])].map(({ id }) => id)
      expect([...whole.map(({ id }) => id), ...harmed].toSorted()).toEqual(rows.map(({ value }) => value.id).toSorted())
      const present = new Set(whole.map(({ id }) => id))
      for (const { id } of damage.leftOut) expect([id, present.has(id as string)]).toEqual([id, false])
    }),
  )
})
