import { specOf } from '../../specs.ts'
import { circle, each, ellipse, faint, label, path, rect, ring, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

/** Bigger screens are drawn bigger. */
const reach = (inches: string | undefined) => 232 + (Number(inches ?? 14) - 13) * 15

export const laptop: Motif = (p, product) => {
  const half = reach(specOf(product, 'screen_inches'))
  const top = 600 - half * 1.42
  const height = half * 1.36
  return [
    rect(400 - half, top, half * 2, height, p.ink, 22),
    rect(416 - half, top + 16, half * 2 - 32, height - 32, p.light, 8),
    path(
      `M${String(416 - half)} ${String(top + height - 100)} q${String(half * 0.5)} -110 ${String(half)} -30 t${String(half - 32)} -40 v154 h-${String(half * 2 - 32)} z`,
      p.main,
    ),
    circle(400 + half * 0.5, top + height * 0.32, half * 0.16, p.accent),
    path(
      `M${String(400 - half - 46)} 598 h${String(half * 2 + 92)} l-14 30 q-6 10 -20 10 h-${String(half * 2 + 24)} q-14 0 -20 -10 z`,
      p.shadow,
    ),
    rect(350, 598, 100, 12, p.ink, 6),
  ].join('')
}

export const sleeve: Motif = (p, product) => {
  const half = reach(specOf(product, 'fits_inches'))
  const inches = Math.floor(Number(specOf(product, 'fits_inches') ?? 14))
  const material = specOf(product, 'material')
  const closing =
    material === 'zip' || material === 'rigid'
      ? `${rect(430 - half, 292, half * 2 - 60, 14, p.ink, 7)}${rect(400 + half - 90, 284, 22, 60, p.accent, 11)}`
      : `${path(`M${String(400 - half)} 270 h${String(half * 2)} v70 q-${String(half)} 150 -${String(half * 2)} 0 z`, p.deep)}${circle(400, 398, 20, p.accent)}`
  return turned(
    -6,
    rect(430 - half, 196, half * 2 - 60, 120, p.ink, 16),
    rect(400 - half, 262, half * 2, half * 1.42, p.main, 30),
    faint(
      0.5,
      stroke(
        `M${String(424 - half)} 330 v${String(half * 1.42 - 110)} q0 24 24 24 h${String(half * 2 - 96)} q24 0 24 -24 v-${String(half * 1.42 - 110)}`,
        p.light,
        4,
      ),
    ),
    closing,
    rect(350, 262 + half * 1.42 - 80, 100, 48, p.paper, 10),
    label(400, 262 + half * 1.42 - 55, `${String(inches)}″`, 32, p.ink),
  )
}

export const mouse: Motif = (p) =>
  [
    stroke('M400 260 C400 150 520 190 560 130', p.shadow, 14),
    ellipse(400, 440, 130, 190, p.main),
    path('M270 420 C270 320 330 250 400 250 C470 250 530 320 530 420 Z', p.light),
    stroke('M400 254 V420', p.deep, 6),
    rect(384, 300, 32, 80, p.ink, 16),
    rect(392, 316, 16, 36, p.accent, 8),
  ].join('')

export const hub: Motif = (p) =>
  [
    stroke('M400 330 C400 200 250 260 250 150', p.deep, 20),
    rect(222, 90, 56, 80, p.ink, 12),
    rect(236, 66, 28, 30, p.shadow, 6),
    rect(170, 330, 460, 250, p.main, 44),
    rect(170, 330, 460, 96, p.light, 44),
    each(upTo(3), (port) => rect(222 + port * 84, 478, 60, 34, p.ink, 8)),
    rect(482, 470, 96, 48, p.ink, 10),
    circle(576, 380, 10, p.accent),
  ].join('')

export const backpack: Motif = (p) =>
  [
    ring(400, 200, 54, p.deep, 20),
    rect(190, 430, 60, 180, p.deep, 28),
    rect(550, 430, 60, 180, p.deep, 28),
    path('M230 630 V330 C230 230 300 180 400 180 S570 230 570 330 V630 Q570 650 550 650 H250 Q230 650 230 630 Z', p.main),
    path('M230 360 V330 C230 230 300 180 400 180 S570 230 570 330 V360 Q400 420 230 360 Z', p.light),
    rect(280, 450, 240, 160, p.deep, 26),
    rect(300, 480, 200, 12, p.accent, 6),
    rect(474, 480, 16, 50, p.accent, 8),
    rect(380, 360, 40, 70, p.accentDeep, 8),
  ].join('')

export const headphones: Motif = (p) =>
  [
    stroke('M220 450 V400 C220 180 580 180 580 400 V450', p.deep, 40),
    stroke('M232 400 C232 196 568 196 568 400', p.light, 10),
    rect(170, 410, 110, 200, p.main, 50),
    rect(520, 410, 110, 200, p.main, 50),
    rect(248, 430, 44, 160, p.ink, 22),
    rect(508, 430, 44, 160, p.ink, 22),
    circle(216, 510, 18, p.accent),
    circle(584, 510, 18, p.accent),
  ].join('')

export const printer: Motif = (p) =>
  [
    rect(270, 170, 260, 200, p.paper, 10),
    rect(170, 310, 460, 240, p.main, 40),
    rect(170, 310, 460, 90, p.light, 40),
    rect(230, 440, 340, 60, p.ink, 18),
    path('M264 470 H536 L566 640 H234 Z', p.paper),
    stroke('M300 540 H500 M290 580 H440', p.shadow, 10),
    path('M540 640 L566 640 L553 566 L500 590 Z', p.accent),
    circle(570, 356, 14, p.accent),
    circle(526, 356, 10, p.deep),
  ].join('')

const inks: Readonly<Record<string, readonly string[]>> = {
  Black: ['#2c2a33'],
  Cyan: ['#2fa8cf'],
  Magenta: ['#cf4b8f'],
  Yellow: ['#efc437'],
  'Four-colour set': ['#2c2a33', '#2fa8cf', '#cf4b8f', '#efc437'],
  'Nine-colour set': ['#2c2a33', '#2fa8cf', '#cf4b8f', '#efc437', '#7c8f4a'],
}

export const cartridge: Motif = (p, product) => {
  const colours = inks[specOf(product, 'ink_colour') ?? ''] ?? [p.main]
  const width = colours.length === 1 ? 240 : 420 / colours.length
  const left = 400 - (colours.length * (width + 14) - 14) / 2
  return each(colours, (colour, index) => {
    const x = left + index * (width + 14)
    return [
      rect(x, 270, width, 340, p.ink, 20),
      rect(x + width * 0.1, 230, width * 0.8, 60, p.ink, 14),
      rect(x + width * 0.14, 330, width * 0.72, 220, p.paper, 12),
      path(
        `M${String(x + width / 2)} 365 q${String(width * 0.24)} 70 ${String(width * 0.24)} 106 a${String(width * 0.24)} ${String(Math.min(54, width * 0.24))} 0 0 1 -${String(width * 0.48)} 0 q0 -36 ${String(width * 0.24)} -106 z`,
        colour,
      ),
    ].join('')
  })
}

export const paper: Motif = (p) =>
  [
    turned(-7, rect(240, 210, 320, 420, p.shadow, 10)),
    turned(-3, rect(240, 210, 320, 420, p.light, 10)),
    turned(
      2,
      rect(240, 210, 320, 420, p.paper, 10),
      stroke('M290 290 H510 M290 340 H510 M290 390 H430', p.glow, 12),
      circle(480, 540, 44, p.accent),
      path('M270 600 L350 480 L420 560 L450 530 L510 600 Z', p.main),
    ),
  ].join('')
