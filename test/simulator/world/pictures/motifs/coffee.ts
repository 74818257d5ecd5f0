import { circle, each, ellipse, faint, path, rect, stroke, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'
import { bag, steam } from './vapour-and-bag.ts'

export const coffeeMachine: Motif = (p, product) =>
  product.tags.includes('espresso')
    ? [
        rect(190, 230, 420, 170, p.main, 36),
        rect(230, 390, 60, 200, p.deep),
        rect(510, 390, 60, 200, p.deep),
        rect(180, 580, 440, 64, p.ink, 22),
        rect(350, 390, 100, 50, p.ink, 12),
        stroke('M450 416 H560', p.accentDeep, 24),
        stroke('M385 450 V500 M415 450 V500', '#6b4632', 9),
        path('M350 510 H450 V550 Q450 582 418 582 H382 Q350 582 350 550 Z', p.paper),
        circle(270, 310, 42, p.paper),
        stroke('M270 310 L292 288', p.accentDeep, 8),
        circle(470, 310, 20, p.accent),
        circle(535, 310, 20, p.light),
        rect(240, 190, 320, 44, p.shadow, 14),
      ].join('')
    : [
        rect(210, 190, 380, 100, p.main, 32),
        rect(210, 190, 130, 450, p.main, 32),
        rect(210, 580, 390, 64, p.deep, 24),
        path('M390 290 H560 L520 360 H430 Z', p.deep),
        path('M380 400 H570 L590 540 Q590 580 550 580 H400 Q360 580 360 540 Z', p.paper),
        path('M368 470 H582 L590 540 Q590 580 550 580 H400 Q360 580 360 540 Z', '#6b4632'),
        stroke('M590 440 q50 10 40 60 t-46 46', p.ink, 16),
        circle(275, 540, 20, p.accent),
        rect(256, 330, 38, 130, p.light, 19),
      ].join('')

export const coffeeFilter: Motif = (p) =>
  [
    path('M170 260 H630 L470 620 Q464 636 446 636 H354 Q336 636 330 620 Z', p.shadow),
    path('M200 240 H600 L450 600 Q444 616 428 616 H372 Q356 616 350 600 Z', '#e6d2b2'),
    each(upTo(7), (fold) => stroke(`M${String(236 + fold * 55)} 262 L${String(364 + fold * 12)} 590`, '#cdb48c', 5)),
    ellipse(400, 242, 200, 40, '#f3e6cf'),
    ellipse(400, 248, 150, 24, '#6b4632'),
    circle(560, 560, 64, p.main),
    circle(560, 560, 40, p.light),
  ].join('')

export const coffeeBeans: Motif = (p) =>
  [
    bag(p.main, p.deep, p.accent),
    circle(400, 440, 104, p.paper),
    `<g transform="rotate(30 400 440)">${ellipse(400, 440, 50, 74, '#6b4632')}${stroke('M400 372 q-30 34 0 68 t0 68', '#e6d2b2', 9)}</g>`,
    each(
      [
        [170, 630, 10],
        [640, 620, 60],
        [600, 660, 100],
      ] as const,
      ([x, y, angle]) =>
        `<g transform="rotate(${String(angle)} ${String(x)} ${String(y)})">${ellipse(x, y, 22, 32, '#6b4632')}${stroke(`M${String(x)} ${String(y - 24)} V${String(y + 24)}`, '#e6d2b2', 5)}</g>`,
    ),
  ].join('')

export const descaler: Motif = (p) =>
  [
    rect(350, 150, 100, 90, p.ink, 18),
    path('M350 230 H450 L460 270 Q540 300 540 380 V600 Q540 640 500 640 H300 Q260 640 260 600 V380 Q260 300 340 270 Z', p.main),
    rect(290, 400, 220, 180, p.paper, 20),
    path('M400 420 q56 70 56 100 a56 50 0 0 1 -112 0 q0 -30 56 -100 z', p.accent),
    faint(0.35, rect(290, 300, 30, 80, '#ffffff', 15)),
  ].join('')

export const brewer: Motif = (p) =>
  [
    path('M270 170 H530 L430 360 V400 L560 590 Q576 640 520 640 H280 Q224 640 240 590 L370 400 V360 Z', p.paper),
    path('M312 484 H488 L560 590 Q576 640 520 640 H280 Q224 640 240 590 Z', '#6b4632'),
    path('M290 190 H510 L420 350 H380 Z', '#e6d2b2'),
    ellipse(400, 190, 110, 22, '#6b4632'),
    rect(340, 340, 120, 84, p.main, 20),
    stroke('M342 382 H458', p.accent, 10),
    steam(560, 260, p.shadow),
  ].join('')
