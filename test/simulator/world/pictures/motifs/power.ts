import { specOf } from '../../specs.ts'
import { circle, each, faint, label, path, rect, stroke, upTo } from '../shapes.ts'
import type { Palette } from '../palette.ts'
import type { Motif } from './motif.ts'

/** Millimetres, roughly, and enlarged: an AAA is slimmer than an AA beside it. */
const cells: Readonly<Record<string, readonly [width: number, height: number]>> = { AA: [86, 300], AAA: [66, 270], C: [130, 290] }

export const batteryPack: Motif = (p, product) => {
  const size = specOf(product, 'battery_size') ?? ''
  const count = Number(specOf(product, 'pack_size') ?? 1)
  const shape = cells[size]
  const drawing = shape
    ? `${count > 4 ? row(p, shape, 4, 542) : ''}${row(p, shape, Math.min(count, 4), 592)}`
    : size === '9V'
      ? block(p)
      : coins(p)
  return `${drawing}${rect(262, 575, 276, 78, p.ink, 39)}${label(400, 615, `${size} ×${String(count)}`, size.length > 3 ? 36 : 42, p.paper)}`
}

/** Cells side by side, standing on `floor`. */
const row = (p: Palette, [width, height]: readonly [number, number], shown: number, floor: number) => {
  const left = 400 - (shown * (width + 18) - 18) / 2
  const top = floor - height
  return each(upTo(shown), (cell) => {
    const x = left + cell * (width + 18)
    return [
      rect(x + width * 0.32, top - 18, width * 0.36, 30, p.shadow, 6),
      rect(x, top, width, height, p.ink, 16),
      rect(x, top + height * 0.3, width, height * 0.7, p.main, 16),
      rect(x, top + height * 0.3, width, 24, p.accent),
      faint(0.22, rect(x + width * 0.16, top + 10, width * 0.16, height - 30, '#ffffff', 8)),
    ].join('')
  })
}

const block = (p: Palette) =>
  [
    rect(330, 205, 52, 40, p.shadow, 10),
    rect(418, 205, 52, 40, p.shadow, 20),
    rect(290, 235, 220, 350, p.ink, 22),
    rect(290, 340, 220, 245, p.main, 22),
    rect(290, 340, 220, 28, p.accent),
    faint(0.2, rect(318, 255, 30, 310, '#ffffff', 12)),
  ].join('')

const coins = (p: Palette) =>
  each(
    [
      [290, 330],
      [510, 330],
      [400, 460],
    ] as const,
    ([x, y]) =>
      `${circle(x, y, 100, p.shadow)}${circle(x, y - 8, 100, p.light)}${circle(x, y - 8, 74, p.paper)}${label(x, y - 8, '+', 70, p.deep)}`,
  )

export const batteryCharger: Motif = (p) =>
  [
    rect(210, 300, 380, 320, p.ink, 40),
    rect(238, 328, 324, 230, p.deep, 22),
    each(upTo(4), (bay) => {
      const x = 254 + bay * 76
      return `${rect(x + 18, 262, 28, 24, p.shadow, 5)}${rect(x, 276, 64, 264, p.paper, 14)}${rect(x, 360, 64, 180, p.accent, 14)}`
    }),
    each(upTo(4), (light) => circle(286 + light * 76, 590, 9, light < 3 ? '#7fd88f' : p.light)),
  ].join('')

export const plugCharger: Motif = (p) =>
  [
    stroke('M400 520 C400 640 560 600 560 500 S 660 420 640 330', p.deep, 16),
    rect(622, 268, 36, 66, p.ink, 8),
    rect(630, 240, 20, 34, p.shadow, 4),
    rect(270, 250, 260, 270, p.paper, 44),
    rect(270, 440, 260, 80, p.light, 44),
    rect(340, 190, 24, 70, p.shadow, 6),
    rect(436, 190, 24, 70, p.shadow, 6),
    path('M415 300 L360 395 H398 L382 470 L446 365 H405 Z', p.accent),
  ].join('')

export const packBattery: Motif = (p) =>
  [
    stroke('M540 330 C620 300 640 250 620 190', '#d3564f', 14),
    stroke('M540 360 C650 340 680 280 660 200', p.ink, 14),
    rect(600, 150, 84, 60, p.paper, 12),
    rect(220, 290, 330, 290, p.deep, 34),
    rect(220, 350, 330, 170, p.main),
    path('M398 370 L335 455 H378 L362 515 L432 425 H388 Z', p.paper),
    rect(250, 540, 270, 12, p.accent, 6),
  ].join('')
