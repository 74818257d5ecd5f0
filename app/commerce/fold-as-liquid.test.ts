import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'

it('keeps what Liquid keeps', () => {
  expect(foldAsLiquid('ΜΠΑΤΑΡΙΕΣ')).toBe('μπαταριεσ')
  expect(foldAsLiquid('μπαταριες')).toBe('μπαταριες')
  expect(foldAsLiquid(' \tAA\u00a0 ')).toBe('aa\u00a0')
  expect(foldAsLiquid('\0 İ\v')).toBe('i̇')
})

it('changes nothing a second time, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(foldAsLiquid(foldAsLiquid(name))).toBe(foldAsLiquid(name))
    }),
  )
})
