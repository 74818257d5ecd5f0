import type { Product } from '../../../shop.ts'
import type { Palette } from '../palette.ts'

/** Draws one thing in the middle of the 800 × 800 sheet, standing at about y = 640. */
export type Motif = (palette: Palette, product: Product) => string
