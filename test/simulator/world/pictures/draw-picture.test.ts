import { describe, expect, it } from 'vitest'
import { kilnAndLeaf } from '../kiln-and-leaf.ts'
import { nimbusToys } from '../nimbus-toys.ts'
import { drawPicture } from './draw-picture.ts'
import { motifOf } from './motif-of.ts'
import { parcel } from './motifs/household.ts'

const now = new Date('2026-03-15T00:00:00Z')
const products = [nimbusToys, kilnAndLeaf].flatMap((generate) => generate({ seed: 'a test', now }).products)

describe('pictures', () => {
  it('know a motif for every type on sale', () => {
    expect(products.filter((product) => motifOf(product) === parcel).map(({ productType }) => productType)).toEqual([])
  })

  it.each(products.map((product) => [product.handle, product] as const))('draw %s by itself, without a hole in a number', (_, product) => {
    const picture = drawPicture(product, { width: 400 })
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 800 800" width="400" height="400"/)
    expect(picture).not.toMatch(/NaN|undefined|<script|href|url\(|<image|<style/)
    expect(picture.match(/<g\b/g)?.length ?? 0).toBe(picture.match(/<\/g>/g)?.length ?? 0)
  })

  it('are the same for the same product', () => {
    for (const product of products) expect(drawPicture(product, { width: 100 })).toBe(drawPicture(structuredClone(product), { width: 100 }))
  })

  it('tell the sizes of batteries apart', () => {
    const pack = products.find(({ title }) => title === 'Voltkin AA alkaline batteries, pack of 8')
    expect(pack && drawPicture(pack, { width: 400 })).toContain('AA ×8')
  })
})
