import fc from 'fast-check'
import { expect, it } from 'vitest'
import { replaceRow, rowKey } from './rows.ts'

it('a row keeps its key through every edit of it and of others, and no two rows have one', () => {
  const edits = fc.array(fc.record({ at: fc.nat(), what: fc.constantFrom('edit', 'remove', 'add') }), { maxLength: 30 })
  fc.assert(
    fc.property(edits, (all) => {
      let rows: readonly { readonly is: number }[] = []
      const keyOf = new Map<number, number>()
      all.forEach(({ at: place, what }, nth) => {
        const at = place % Math.max(1, rows.length)
        if (what === 'add') rows = [...rows, { is: nth }]
        else if (rows.length > 0) rows = replaceRow(rows, at, what === 'edit' ? { ...rows[at]! } : undefined)
        for (const row of rows) {
          const key = rowKey(row)
          expect(keyOf.get(row.is) ?? key).toBe(key)
          keyOf.set(row.is, key)
        }
        expect(new Set(rows.map(rowKey)).size).toBe(rows.length)
      })
    }),
  )
})
