import { circle, each, path, rect, ring, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const rainbow: Motif = (p) =>
  each([p.deep, p.main, p.light, p.accent, p.accentDeep], (colour, arch) =>
    stroke(
      `M${String(180 + arch * 42)} 620 V500 A${String(220 - arch * 42)} ${String(220 - arch * 42)} 0 0 1 ${String(620 - arch * 42)} 500 V620`,
      colour,
      36,
    ),
  )

export const duck: Motif = (p) =>
  [
    stroke('M200 560 C140 560 130 500 100 500', p.deep, 8),
    path(
      'M200 480 C200 420 260 420 330 430 C330 360 300 340 300 280 A105 105 0 0 1 510 270 C510 340 480 360 500 420 C620 400 660 360 650 440 C640 550 560 580 400 580 C260 580 200 550 200 480 Z',
      p.main,
    ),
    path('M290 260 L210 290 Q220 320 300 310 Z', '#ef9a3c'),
    circle(380, 250, 16, p.ink),
    path('M400 450 Q520 430 560 470 Q520 540 430 520 Q390 490 400 450 Z', p.deep),
    each([300, 520], (x) => `${circle(x, 590, 54, p.accentDeep)}${circle(x, 590, 18, p.paper)}`),
  ].join('')

export const blocks: Motif = (p) =>
  [
    rect(200, 460, 180, 180, p.main, 20),
    rect(420, 460, 180, 180, p.accent, 20),
    path('M310 450 V360 A90 90 0 0 1 490 360 V450 H440 V366 A40 40 0 0 0 360 366 V450 Z', p.deep),
    path('M400 130 L480 260 H320 Z', p.accentDeep),
    circle(290, 550, 40, p.light),
    path('M510 510 L550 590 H470 Z', p.paper),
  ].join('')

export const house: Motif = (p) =>
  [
    rect(500, 200, 56, 130, p.deep, 6),
    rect(220, 370, 360, 270, p.light, 14),
    each(upTo(5), (log) => rect(220, 404 + log * 48, 360, 8, p.shadow)),
    path('M160 390 L400 170 L640 390 Q650 410 630 410 H170 Q150 410 160 390 Z', p.main),
    path('M350 640 V520 A50 50 0 0 1 450 520 V640 Z', p.deep),
    path('M285 470 l12 26 28 3 -21 19 6 28 -25 -14 -25 14 6 -28 -21 -19 28 -3 z', p.accent),
    circle(515, 500, 34, p.accent),
    circle(528, 492, 28, p.light),
  ].join('')

export const spinningTop: Motif = (p) =>
  turned(
    14,
    rect(380, 140, 40, 200, p.accent, 20),
    path('M190 390 Q400 270 610 390 Q560 470 400 640 Q240 470 190 390 Z', p.main),
    path('M190 390 Q400 470 610 390 Q596 416 570 446 Q400 520 230 446 Q204 416 190 390 Z', p.light),
    path('M260 486 Q400 546 540 486 L500 534 Q400 570 300 534 Z', p.deep),
  )

export const kite: Motif = (p) =>
  [
    stroke('M400 520 C340 580 460 600 400 690', p.ink, 6),
    path('M400 110 L600 300 L400 540 L200 300 Z', p.main),
    path('M400 110 L600 300 H400 Z', p.accent),
    path('M400 540 L200 300 H400 Z', p.deep),
    stroke('M400 110 V540 M200 300 H600', p.paper, 6),
    each(
      [
        [390, 580],
        [416, 640],
      ] as const,
      ([x, y]) => path(`M${String(x)} ${String(y)} l-40 -18 v36 z M${String(x)} ${String(y)} l40 -18 v36 z`, p.accentDeep),
    ),
  ].join('')

export const rockingHorse: Motif = (p) =>
  [
    stroke('M150 570 Q400 700 650 570', p.accentDeep, 26),
    stroke('M290 470 L250 610 M510 470 L550 610', p.deep, 40),
    path(
      'M230 420 C240 370 300 370 340 380 H450 C480 380 470 280 500 220 L560 180 L570 220 L650 300 L610 350 L560 330 C560 420 560 500 480 510 H300 C240 510 220 470 230 420 Z',
      p.main,
    ),
    path('M500 220 L470 250 Q430 330 450 390 L490 380 Q480 300 530 230 Z', p.deep),
    stroke('M232 420 Q160 440 180 540', p.deep, 24),
    path('M330 376 H440 V430 Q385 460 330 430 Z', p.accent),
    circle(570, 258, 11, p.ink),
  ].join('')

export const snowGlobe: Motif = (p) =>
  [
    circle(400, 370, 210, p.light),
    path('M200 430 Q400 370 600 430 A210 210 0 0 1 200 430 Z', p.paper),
    rect(340, 350, 120, 110, p.main, 6),
    path('M320 356 L400 270 L480 356 Z', p.deep),
    rect(386, 400, 30, 60, p.accent),
    each(upTo(14), (flake) => circle(400 + Math.sin(flake * 2.4) * (60 + flake * 8), 300 + Math.cos(flake * 1.7) * 110, 7, '#ffffff')),
    rect(250, 550, 300, 90, p.deep, 20),
    ring(400, 370, 210, p.paper, 8),
  ].join('')

export const fruit: Motif = (p) =>
  [
    stroke('M310 330 Q310 260 350 220', p.ink, 12),
    path('M320 270 Q360 200 430 230 Q390 290 320 270 Z', '#7cb35f'),
    path('M310 330 C220 280 150 370 180 480 C210 600 270 640 310 620 C350 640 410 600 440 480 C470 370 400 280 310 330 Z', '#d9534f'),
    path('M470 470 C470 400 540 380 600 400 C650 420 660 520 620 580 C580 640 500 650 480 590 Z', '#ef9a3c'),
    stroke('M310 340 V612', p.paper, 6),
    circle(560, 470, 8, p.paper),
    circle(590, 520, 8, p.paper),
  ].join('')

export const playKitchen: Motif = (p) =>
  [
    rect(200, 180, 400, 160, p.light, 20),
    rect(190, 330, 420, 310, p.main, 24),
    rect(190, 330, 420, 36, p.deep, 18),
    each([270, 400], (x) => circle(x, 300, 40, p.ink)),
    stroke('M500 326 V262 Q500 232 530 232 T560 262', p.accentDeep, 14),
    rect(230, 400, 220, 190, p.paper, 18),
    rect(256, 450, 168, 110, p.ink, 14),
    rect(256, 420, 168, 14, p.accent, 7),
    each([420, 480, 540], (y) => circle(530, y, 20, p.accent)),
  ].join('')

export const balanceBoard: Motif = (p) =>
  [
    stroke('M140 470 Q400 740 660 470', p.deep, 44),
    stroke('M140 462 Q400 726 660 462', p.main, 26),
    circle(330, 260, 56, p.accent),
    stroke('M340 330 L380 440 L350 560 M380 440 L450 540 M350 360 L470 330 M346 360 L250 390', p.accentDeep, 36),
  ].join('')
