import type { Product } from '../../shop.ts'
import { hash } from '../random.ts'
import { motifOf } from './motif-of.ts'
import { paletteOf } from './palette.ts'
import { circle, ellipse, rect } from './shapes.ts'

/** A square SVG picture of a product, always the same for the same product; `width` in pixels. No script, no outside reference. */
export function drawPicture(product: Product, { width }: { width: number }): string {
  const palette = paletteOf(product)
  const draw = hash(`backdrop of ${product.handle}`)
  const size = String(width)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="${size}" height="${size}" role="presentation">`,
    rect(0, 0, 800, 800, palette.wash),
    circle(330 + (draw % 140), 360 + ((draw >>> 8) % 60), 300, palette.glow),
    ellipse(400, 644, 270, 26, palette.shadow),
    motifOf(product)(palette, product),
    '</svg>',
  ].join('')
}
