import { circle, each, path, rect, ring, stroke, upTo } from '../shapes.ts'
import type { Palette } from '../palette.ts'
import type { Motif } from './motif.ts'

const gear = (x: number, y: number, radius: number, teeth: number, colour: string, hole: string) =>
  [
    each(
      upTo(teeth),
      (tooth) =>
        `<g transform="rotate(${String((tooth * 360) / teeth)} ${String(x)} ${String(y)})">${rect(x - radius * 0.14, y - radius * 1.2, radius * 0.28, radius * 0.5, colour, 8)}</g>`,
    ),
    circle(x, y, radius, colour),
    circle(x, y, radius * 0.34, hole),
  ].join('')

export const gears: Motif = (p) =>
  [gear(320, 460, 150, 12, p.main, p.wash), gear(540, 300, 96, 9, p.accent, p.wash), gear(530, 570, 64, 8, p.deep, p.wash)].join('')

export const castle: Motif = (p) =>
  [
    each(
      [190, 530],
      (x) => `${tower(p, x, 300, 84)}${path(`M${String(x - 10)} 300 L${String(x + 42)} 170 L${String(x + 94)} 300 Z`, p.accentDeep)}`,
    ),
    rect(240, 400, 320, 240, p.light),
    each(upTo(5), (merlon) => rect(246 + merlon * 66, 364, 42, 44, p.light)),
    path('M330 640 V540 A70 70 0 0 1 470 540 V640 Z', p.ink),
    stroke('M360 640 V490 M400 640 V476 M440 640 V490', p.shadow, 8),
    stroke('M400 364 V210', p.ink, 8),
    path('M404 214 L500 240 L404 268 Z', p.accent),
  ].join('')

const tower = (p: Palette, x: number, y: number, width: number) =>
  `${rect(x, y, width, 340, p.main)}${rect(x + width / 2 - 12, y + 60, 24, 56, p.ink, 12)}`

export const marbleRun: Motif = (p) =>
  [
    each([210, 560], (x) => rect(x, 180, 30, 460, p.light, 10)),
    stroke('M180 220 L600 290 M600 360 L200 430 M200 500 L620 580', p.main, 30),
    stroke('M180 200 L600 270 M600 340 L200 410 M200 480 L620 560', p.deep, 8),
    circle(300, 204, 26, p.accent),
    circle(480, 338, 26, p.accentDeep),
    circle(380, 490, 26, p.accent),
    circle(640, 620, 26, p.accentDeep),
  ].join('')

export const tiles: Motif = (p) =>
  [
    each(
      [
        [240, 480, p.main],
        [400, 480, p.accent],
        [240, 320, p.accentDeep],
        [400, 320, p.light],
      ] as const,
      ([x, y, colour]) =>
        `<g opacity="0.86">${rect(x, y, 156, 156, colour, 14)}</g>${stroke(`M${String(x + 22)} ${String(y + 22)} h112 v112 h-112 z`, p.paper, 5)}`,
    ),
    `<g opacity="0.86">${path('M240 312 L318 170 L396 312 Z', p.main)}${path('M400 312 L478 170 L556 312 Z', p.deep)}</g>`,
  ].join('')

export const bridge: Motif = (p) =>
  [
    stroke('M90 500 Q200 480 260 240 Q400 560 540 240 Q600 480 710 500', p.deep, 10),
    each(upTo(9), (cable) => stroke(`M${String(288 + cable * 28)} 530 V${String(310 + 82 * (1 - ((cable - 4) / 4) ** 2))}`, p.shadow, 6)),
    rect(240, 220, 40, 420, p.main, 8),
    rect(520, 220, 40, 420, p.main, 8),
    rect(90, 520, 620, 34, p.accent, 8),
  ].join('')

export const bricks: Motif = (p) =>
  each(
    [
      [200, 520, 190, p.main],
      [410, 520, 190, p.accent],
      [300, 400, 200, p.deep],
      [330, 280, 140, p.accentDeep],
    ] as const,
    ([x, y, width, colour]) =>
      `${each(upTo(Math.floor(width / 60)), (stud) => rect(x + 16 + stud * 58, y - 22, 40, 30, colour, 8))}${rect(x, y, width, 116, colour, 12)}<g opacity="0.2">${rect(x, y, width, 22, '#ffffff', 11)}</g>`,
  )

export const train: Motif = (p) =>
  [
    rect(110, 624, 580, 14, p.shadow, 7),
    path('M560 240 H640 V300 H560 Z', p.ink),
    rect(540, 220, 110, 28, p.ink, 8),
    rect(330, 330, 320, 180, p.main, 60),
    rect(180, 220, 200, 290, p.deep, 20),
    rect(160, 190, 240, 44, p.accent, 16),
    rect(220, 266, 120, 110, p.paper, 14),
    rect(180, 490, 480, 60, p.ink, 16),
    path('M640 500 H700 L730 610 H640 Z', p.accentDeep),
    each([250, 400, 540], (x) => `${circle(x, 570, 62, p.accent)}${circle(x, 570, 24, p.paper)}`),
    stroke('M250 570 H540', p.ink, 14),
    each(
      [
        [600, 170, 34],
        [650, 120, 26],
        [690, 80, 18],
      ] as const,
      ([x, y, r]) => circle(x, y, r, p.paper),
    ),
  ].join('')

export const track: Motif = (p) =>
  [
    each(upTo(7), (sleeper) => `<g transform="rotate(${String(-27 + sleeper * 9)} 400 900)">${rect(372, 290, 56, 220, p.deep, 10)}</g>`),
    stroke('M170 460 A560 560 0 0 1 630 460', p.paper, 22),
    stroke('M130 372 A640 640 0 0 1 670 372', p.paper, 22),
    circle(400, 600, 44, p.accent),
    ring(400, 600, 44, p.ink, 8),
  ].join('')
