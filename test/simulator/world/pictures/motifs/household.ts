import { circle, each, faint, path, rect, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const torch: Motif = (p, product) =>
  product.tags.includes('lantern')
    ? [
        stroke('M310 250 C310 110 490 110 490 250', p.ink, 16),
        faint(0.5, circle(400, 410, 230, p.accent)),
        rect(300, 240, 200, 56, p.deep, 20),
        rect(320, 290, 160, 240, p.paper, 20),
        rect(366, 330, 68, 160, p.accent, 34),
        rect(290, 520, 220, 120, p.main, 30),
        circle(400, 580, 20, p.accent),
      ].join('')
    : turned(
        -24,
        faint(0.45, path('M540 340 L720 250 V550 L540 460 Z', p.accent)),
        rect(130, 350, 290, 100, p.main, 26),
        path('M410 350 L490 310 H530 V490 H490 L410 450 Z', p.deep),
        rect(524, 306, 26, 188, p.paper, 10),
        rect(260, 338, 70, 26, p.accent, 12),
        each(upTo(5), (groove) => rect(160 + groove * 20, 356, 8, 88, p.deep)),
      )

export const headTorch: Motif = (p) =>
  [
    stroke('M170 400 C170 200 630 200 630 400', p.deep, 46),
    stroke('M170 400 C170 540 630 540 630 400', p.main, 46),
    faint(0.5, path('M340 470 L250 660 H550 L460 470 Z', p.accent)),
    rect(310, 420, 180, 130, p.ink, 36),
    circle(400, 485, 46, p.paper),
    circle(400, 485, 28, p.accent),
  ].join('')

export const smartSensor: Motif = (p) =>
  [
    turned(0, rect(270, 200, 260, 420, p.paper, 70), rect(270, 480, 260, 140, p.light, 70)),
    circle(400, 350, 86, p.main),
    circle(400, 350, 56, p.deep),
    circle(400, 350, 22, p.accent),
    stroke('M560 260 q70 90 0 180 M600 220 q110 130 0 260', p.main, 14),
    circle(400, 540, 12, p.accentDeep),
  ].join('')

export const giftCard: Motif = (p) =>
  [
    turned(-8, rect(170, 260, 460, 290, p.main, 34), rect(170, 390, 460, 34, p.accent), rect(300, 260, 34, 290, p.accent)),
    turned(
      -8,
      path('M317 400 C230 300 200 400 317 407 C430 300 450 400 317 407 Z', p.accentDeep),
      circle(317, 406, 24, p.accentDeep),
      circle(570, 500, 24, p.light),
    ),
  ].join('')

export const samples: Motif = (p) =>
  each([-24, -8, 8, 24], (angle, index) => {
    const colour = [p.deep, p.main, p.accent, p.accentDeep][index] ?? p.main
    return `<g transform="rotate(${String(angle)} 400 640)">${rect(340, 180, 120, 460, p.paper, 16)}${rect(352, 192, 96, 150, colour, 10)}${faint(0.6, rect(352, 354, 96, 120, colour, 10))}</g>`
  }) + circle(400, 610, 14, p.ink)

export const parcel: Motif = (p) =>
  [
    path('M180 330 L400 230 L620 330 V560 L400 650 L180 560 Z', p.main),
    path('M180 330 L400 430 V650 L180 560 Z', p.deep),
    path('M180 330 L400 230 L620 330 L400 430 Z', p.light),
    path('M270 288 L490 390 V460 L540 438 V368 L322 266 Z', p.accent),
  ].join('')
