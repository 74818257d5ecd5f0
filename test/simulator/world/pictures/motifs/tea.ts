import { circle, each, ellipse, faint, path, rect, stroke, turned, upTo } from '../shapes.ts'
import { specOf } from '../../specs.ts'
import type { Motif } from './motif.ts'
import { bag, steam } from './vapour-and-bag.ts'

const leaf = (x: number, y: number, scale: number, colour: string, vein: string) =>
  `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">${path('M0 70 C-70 20 -50 -70 0 -100 C50 -70 70 20 0 70 Z', colour)}${stroke('M0 70 V-60', vein, 6)}</g>`

export const teaPouch: Motif = (p) =>
  [
    bag(p.main, p.deep, p.accent),
    circle(400, 440, 110, p.paper),
    leaf(372, 450, 0.8, '#6f9a63', p.paper),
    `<g transform="rotate(40 430 450)">${leaf(440, 450, 0.62, '#8db57c', p.paper)}</g>`,
  ].join('')

export const teapot: Motif = (p, product) =>
  [
    steam(590, 250, p.shadow),
    specOf(product, 'ounces') === '10' ? stroke('M230 440 L120 380', p.deep, 34) : stroke('M250 350 C120 330 120 560 270 560', p.deep, 30),
    path('M530 400 C610 400 590 300 650 280 L676 300 C640 380 650 500 530 540 Z', p.deep),
    path('M220 460 C220 360 300 310 400 310 S580 360 580 460 C580 580 500 640 400 640 S220 580 220 460 Z', p.main),
    path('M222 440 C230 350 310 310 400 310 S570 350 578 440 Q400 490 222 440 Z', p.light),
    ellipse(400, 316, 108, 30, p.deep),
    path('M300 310 Q310 260 400 260 T500 310 Z', p.main),
    circle(400, 244, 26, p.accent),
  ].join('')

export const teaCup: Motif = (p) =>
  [
    steam(370, 320, p.shadow),
    stroke('M550 420 C660 400 650 560 520 560', p.deep, 28),
    path('M230 370 H570 C570 540 520 630 400 630 S230 540 230 370 Z', p.main),
    path('M234 420 Q400 500 566 420 C568 404 570 388 570 370 H230 C230 388 232 404 234 420 Z', p.light),
    ellipse(400, 370, 170, 40, p.deep),
    ellipse(400, 376, 146, 28, '#b98a4e'),
    rect(320, 624, 160, 20, p.deep, 10),
  ].join('')

export const bowl: Motif = (p, product) =>
  [
    path('M150 380 H650 C650 540 560 620 470 630 V650 H330 V630 C240 620 150 540 150 380 Z', p.main),
    path('M154 430 Q280 500 400 440 T646 430 Q650 404 650 380 H150 Q150 404 154 430 Z', p.light),
    ellipse(400, 380, 250, 56, p.deep),
    ellipse(400, 388, 216, 40, product.productType === 'Matcha bowl' ? '#a9c46c' : p.ink),
  ].join('')

export const whisk: Motif = (p) =>
  turned(
    18,
    rect(352, 120, 96, 250, '#d9bd84', 40),
    rect(352, 330, 96, 34, p.main),
    each(upTo(13), (tine) =>
      stroke(
        `M${String(358 + tine * 7)} 360 C${String(300 + tine * 17)} 460 ${String(290 + tine * 18.4)} 560 ${String(330 + tine * 11.6)} 640`,
        tine % 2 ? '#c6a668' : '#e0c793',
        8,
      ),
    ),
    rect(366, 140, 16, 170, '#ead6ad', 8),
  )

export const strainer: Motif = (p) =>
  [
    stroke('M560 330 L690 220', p.deep, 26),
    stroke('M214 380 C214 500 300 610 400 610 S586 500 586 380', p.main, 24),
    path('M214 380 H586 C586 520 500 610 400 610 S214 520 214 380 Z', p.light),
    faint(0.7, stroke('M250 440 H550 M270 500 H530 M310 556 H490 M300 390 L340 590 M400 390 V606 M500 390 L460 590', p.deep, 5)),
    ellipse(400, 380, 186, 44, p.deep),
    each(
      [
        [340, 378],
        [420, 390],
        [470, 372],
        [380, 366],
      ] as const,
      ([x, y]) => ellipse(x, y, 26, 9, '#6f9a63'),
    ),
  ].join('')

export const tin: Motif = (p) =>
  [
    rect(260, 270, 280, 370, p.main, 18),
    ellipse(400, 270, 140, 36, p.deep),
    rect(250, 200, 300, 90, p.deep, 18),
    ellipse(400, 204, 150, 36, p.light),
    rect(260, 380, 280, 170, p.paper),
    leaf(400, 476, 0.7, p.accentDeep, p.paper),
  ].join('')

export const honey: Motif = (p) =>
  [
    path('M260 300 H540 Q570 330 570 380 V580 Q570 640 510 640 H290 Q230 640 230 580 V380 Q230 330 260 300 Z', '#e5a93c'),
    faint(0.35, rect(262, 360, 36, 220, '#ffffff', 18)),
    rect(250, 220, 300, 90, p.deep, 20),
    rect(300, 400, 200, 150, p.paper, 20),
    path('M400 420 l48 28 v54 l-48 28 -48 -28 v-54 z', p.accent),
  ].join('')

export const kettle: Motif = (p) =>
  [
    steam(600, 230, p.shadow),
    stroke('M270 300 C200 200 520 150 510 300', p.ink, 28),
    stroke('M520 560 C640 560 560 320 650 300', p.deep, 24),
    path('M270 300 H530 L590 600 Q594 640 556 640 H244 Q206 640 210 600 Z', p.main),
    rect(290, 272, 220, 40, p.deep, 18),
    circle(400, 258, 20, p.accent),
    faint(0.25, path('M300 320 H340 L300 610 H256 Z', '#ffffff')),
  ].join('')

export const vase: Motif = (p) =>
  [
    stroke('M400 330 C390 240 360 200 330 140 M400 330 C410 240 450 210 480 170', '#7f9a6a', 9),
    each(
      [
        [330, 140],
        [480, 170],
      ] as const,
      ([x, y]) =>
        `${each(upTo(6), (petal) => `<g transform="rotate(${String(petal * 60)} ${String(x)} ${String(y)})">${ellipse(x, y - 30, 20, 30, p.accent)}</g>`)}${circle(x, y, 18, p.accentDeep)}`,
    ),
    `<g transform="rotate(-50 430 260)">${leaf(430, 250, 0.5, '#8db57c', '#7f9a6a')}</g>`,
    path(
      'M350 320 H450 V380 C450 420 560 440 560 540 C560 610 510 640 470 640 H330 C290 640 240 610 240 540 C240 440 350 420 350 380 Z',
      p.main,
    ),
    path('M246 510 Q400 570 554 510 Q562 530 560 560 Q400 620 240 560 Q238 530 246 510 Z', p.light),
    ellipse(400, 322, 50, 14, p.deep),
  ].join('')
