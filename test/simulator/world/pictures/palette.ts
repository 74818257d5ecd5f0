import type { Product } from '../../shop.ts'
import { hash } from '../random.ts'
import { oklch } from './oklch.ts'

/** The few colours one picture is drawn with. */
export interface Palette {
  readonly wash: string
  readonly glow: string
  readonly shadow: string
  readonly main: string
  readonly deep: string
  readonly light: string
  readonly accent: string
  readonly accentDeep: string
  readonly ink: string
  readonly paper: string
}

interface Tone {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

/** Names that merchants give colours, where the picture should agree with the words. */
const named: Readonly<Record<string, Tone>> = {
  Sky: { lightness: 0.7, chroma: 0.11, hue: 235 },
  Navy: { lightness: 0.42, chroma: 0.1, hue: 262 },
  Slate: { lightness: 0.5, chroma: 0.03, hue: 250 },
  Ink: { lightness: 0.38, chroma: 0.05, hue: 265 },
  Black: { lightness: 0.34, chroma: 0.01, hue: 260 },
  Silver: { lightness: 0.76, chroma: 0.01, hue: 250 },
  Moss: { lightness: 0.58, chroma: 0.09, hue: 130 },
  Forest: { lightness: 0.52, chroma: 0.09, hue: 150 },
  Mint: { lightness: 0.78, chroma: 0.09, hue: 168 },
  Celadon: { lightness: 0.75, chroma: 0.06, hue: 160 },
  Rust: { lightness: 0.58, chroma: 0.14, hue: 42 },
  Tangerine: { lightness: 0.7, chroma: 0.16, hue: 55 },
  Sunset: { lightness: 0.68, chroma: 0.16, hue: 40 },
  Coral: { lightness: 0.7, chroma: 0.15, hue: 28 },
  Cherry: { lightness: 0.55, chroma: 0.18, hue: 22 },
  Rose: { lightness: 0.73, chroma: 0.11, hue: 5 },
  Lilac: { lightness: 0.72, chroma: 0.1, hue: 305 },
  Gold: { lightness: 0.79, chroma: 0.13, hue: 85 },
  Honey: { lightness: 0.73, chroma: 0.12, hue: 72 },
  Ginger: { lightness: 0.68, chroma: 0.13, hue: 58 },
  Cocoa: { lightness: 0.48, chroma: 0.06, hue: 50 },
  Cognac: { lightness: 0.55, chroma: 0.1, hue: 52 },
  Clay: { lightness: 0.64, chroma: 0.1, hue: 45 },
  Natural: { lightness: 0.76, chroma: 0.07, hue: 75 },
  Sand: { lightness: 0.8, chroma: 0.05, hue: 80 },
  Oat: { lightness: 0.84, chroma: 0.04, hue: 85 },
  Cream: { lightness: 0.88, chroma: 0.04, hue: 90 },
}

/** Main and accent hues that sit well together. */
const pairs: readonly (readonly [main: number, accent: number])[] = [
  [28, 200],
  [55, 250],
  [85, 290],
  [130, 40],
  [160, 25],
  [190, 60],
  [225, 75],
  [250, 45],
  [275, 95],
  [305, 150],
  [345, 190],
]

/** A product's own colours: those its first variant is named after, else drawn from its handle. */
export function paletteOf(product: Product): Palette {
  const draw = hash(`colours of ${product.handle}`)
  const [drawnHue, accentHue] = pairs[draw % pairs.length] ?? [28, 200]
  const { lightness, chroma, hue } = namedTone(product) ?? { lightness: drawnHue === 85 ? 0.76 : 0.66, chroma: 0.13, hue: drawnHue }
  const accent = Math.abs(((accentHue - hue + 540) % 360) - 180) < 50 ? hue + 170 : accentHue
  return {
    wash: oklch(0.955, 0.018, hue),
    glow: oklch(0.915, 0.035, hue),
    shadow: oklch(0.84, 0.04, hue),
    main: oklch(lightness, chroma, hue),
    deep: oklch(lightness - 0.13, chroma, hue),
    light: oklch(Math.min(0.93, lightness + 0.13), chroma * 0.7, hue),
    accent: oklch(0.77, 0.13, accent),
    accentDeep: oklch(0.62, 0.13, accent),
    ink: oklch(0.3, 0.03, hue),
    paper: oklch(0.985, 0.006, hue),
  }
}

function namedTone(product: Product): Tone | undefined {
  const option = product.options.findIndex(({ name }) => name === 'Colour')
  return option < 0 ? undefined : named[product.variants[0]?.options[option] ?? '']
}
