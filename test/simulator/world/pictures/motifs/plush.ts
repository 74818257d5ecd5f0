import { circle, each, ellipse, faint, mirrored, path, stroke, upTo } from '../shapes.ts'
import type { Palette } from '../palette.ts'
import type { Motif } from './motif.ts'

const beak = '#ef9a3c'
const cheek = '#f2988c'

/** Ears tell the animals apart; the rest of the cuddle is the same. Each is drawn on the left and mirrored. */
const ears: readonly (readonly [tag: string, draw: (p: Palette) => string])[] = [
  ['rabbit', (p) => `${ellipse(330, 170, 40, 120, p.main)}${ellipse(330, 180, 20, 88, p.light)}`],
  ['cat', (p) => `${path('M262 290 L270 150 L380 220 Z', p.main)}${path('M284 250 L290 190 L340 224 Z', p.light)}`],
  ['fox', (p) => `${path('M250 290 L256 130 L380 220 Z', p.main)}${path('M276 240 L278 180 L330 220 Z', p.ink)}`],
  ['elephant', (p) => `${ellipse(230, 320, 110, 130, p.main)}${ellipse(238, 326, 74, 94, p.light)}`],
  ['lamb', (p) => `${ellipse(230, 310, 70, 34, p.deep)}${circle(270, 220, 62, p.light)}${circle(352, 176, 66, p.light)}`],
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
  const cheeks = mirrored(faint(0.8, circle(290, 350, 26, cheek)))
  if (tags.includes('owl')) return `${eyes}${path('M376 330 H424 L400 376 Z', beak)}`
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
    mirrored(circle(340, 350, 18, p.ink), faint(0.8, circle(300, 400, 26, cheek))),
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
