import { circle, each, ellipse, faint, mirrored, path, rect, ring, stroke, turned, upTo } from '../shapes.ts'
import type { Palette } from '../palette.ts'
import type { Motif } from './motif.ts'

/** Ears tell the animals apart; the rest of the cuddle is the same. Each is drawn on the left and mirrored. */
const ears: readonly (readonly [tag: string, draw: (p: Palette) => string])[] = [
  ['rabbit', (p) => `${ellipse(330, 170, 40, 120, p.main)}${ellipse(330, 180, 20, 88, p.light)}`],
  ['cat', (p) => `${path('M262 290 L270 150 L380 220 Z', p.main)}${path('M284 250 L290 190 L340 224 Z', p.light)}`],
  ['fox', (p) => `${path('M250 290 L256 130 L380 220 Z', p.main)}${path('M276 240 L278 180 L330 220 Z', p.ink)}`],
  ['elephant', (p) => `${ellipse(230, 320, 110, 130, p.main)}${ellipse(238, 326, 74, 94, p.light)}`],
  ['lamb', (p) => ellipse(230, 300, 70, 34, p.deep)],
  ['owl', (p) => path('M270 280 L262 160 L360 214 Z', p.deep)],
]

export const plush: Motif = (p, product) => {
  if (product.tags.includes('octopus')) return octopus(p)
  if (product.tags.includes('whale')) return whale(p)
  const ear =
    ears.find(([tag]) => product.tags.includes(tag))?.[1] ??
    ((palette: Palette) => `${circle(290, 210, 58, palette.main)}${circle(290, 214, 32, palette.light)}`)
  return [
    mirrored(ellipse(270, 600, 70, 50, p.deep)),
    ellipse(400, 530, 160, 126, p.main),
    ellipse(400, 540, 100, 86, p.light),
    mirrored(ear(p), `<g transform="rotate(28 262 500)">${ellipse(262, 500, 44, 84, p.deep)}</g>`),
    circle(400, 310, 160, p.main),
    face(p, product.tags),
  ].join('')
}

function face(p: Palette, tags: readonly string[]): string {
  const eyes = mirrored(
    tags.includes('owl') ? `${circle(338, 290, 54, p.paper)}${circle(344, 292, 24, p.ink)}` : circle(344, 292, 16, p.ink),
  )
  const cheeks = mirrored(faint(0.8, circle(290, 350, 26, p.accent)))
  if (tags.includes('owl')) return `${eyes}${path('M376 330 H424 L400 376 Z', p.accent)}`
  if (tags.includes('elephant')) return `${eyes}${cheeks}${stroke('M400 330 C400 400 400 440 446 446', p.deep, 46)}`
  return `${ellipse(400, 366, 70, 54, p.light)}${ellipse(400, 346, 24, 16, p.ink)}${stroke('M400 362 V380 M372 388 Q400 410 428 388', p.ink, 7)}${eyes}${cheeks}`
}

const octopus = (p: Palette) =>
  [
    each(upTo(6), (arm) =>
      stroke(
        `M${String(290 + arm * 44)} 460 C${String(270 + arm * 52)} 560 ${String(180 + arm * 88)} 540 ${String(176 + arm * 90)} 630`,
        arm % 2 ? p.main : p.deep,
        46,
      ),
    ),
    path('M240 470 V330 C240 150 560 150 560 330 V470 Q400 540 240 470 Z', p.main),
    mirrored(circle(340, 350, 18, p.ink), faint(0.8, circle(300, 400, 26, p.accent))),
    stroke('M370 400 Q400 424 430 400', p.ink, 8),
  ].join('')

const whale = (p: Palette) =>
  [
    stroke('M340 250 C340 180 280 190 270 160 M340 250 C340 180 400 190 410 160', p.accent, 14),
    path('M600 440 C640 380 620 320 560 280 C640 270 680 300 690 330 C720 290 740 280 760 290 C760 380 700 420 650 480 Z', p.deep),
    path('M110 460 C110 320 230 260 340 260 C480 260 560 380 680 400 C660 560 520 630 360 630 C200 630 110 560 110 460 Z', p.main),
    path('M116 490 C240 560 440 560 600 500 C540 600 450 630 360 630 C220 630 126 570 116 490 Z', p.paper),
    circle(240, 420, 18, p.ink),
    path('M360 500 Q420 480 440 580 Q370 580 360 500 Z', p.deep),
  ].join('')

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
    path('M290 260 L210 290 Q220 320 300 310 Z', p.accent),
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
    each(upTo(14), (flake) => circle(250 + ((flake * 83) % 300), 220 + ((flake * 47) % 180), 7, '#ffffff')),
    rect(250, 550, 300, 90, p.deep, 20),
    ring(400, 370, 210, p.paper, 8),
  ].join('')
