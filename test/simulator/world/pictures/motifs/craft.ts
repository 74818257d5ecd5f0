import { circle, each, faint, path, rect, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

const pans = ['#d9534f', '#ef9a3c', '#f2cf4a', '#7cb35f', '#3f9fb5', '#4a6fb8', '#8a63b0', '#d6709a']

export const artSet: Motif = (p, product) =>
  product.tags.includes('draw') || product.tags.includes('write')
    ? [
        each(
          upTo(6),
          (pencil) =>
            `<g transform="translate(${String(230 + pencil * 60)} ${String(190 + (pencil % 2) * 26)})">${path('M0 60 L22 0 L44 60 Z', '#f0d9b5')}${path('M14 22 L22 0 L30 22 Z', pans[pencil] ?? p.main)}${rect(0, 60, 44, 300, pans[pencil] ?? p.main)}${faint(0.25, rect(8, 60, 10, 300, '#ffffff'))}</g>`,
        ),
        rect(190, 400, 420, 240, p.deep, 26),
        rect(190, 400, 420, 60, p.main, 26),
        circle(400, 550, 46, p.accent),
      ].join('')
    : [
        rect(190, 180, 420, 200, p.deep, 26),
        rect(210, 200, 380, 160, p.paper, 16),
        each(upTo(3), (blob) => circle(280 + blob * 120, 280, 40, pans[blob * 3] ?? p.main)),
        rect(190, 390, 420, 230, p.main, 26),
        each(upTo(8), (pan) => rect(218 + (pan % 4) * 94, 416 + Math.floor(pan / 4) * 94, 80, 80, pans[pan] ?? p.main, 14)),
        stroke('M650 240 L540 600', p.accentDeep, 20),
        path('M534 590 L556 598 L520 670 Q516 630 534 590 Z', p.ink),
      ].join('')

export const paintTube: Motif = (p) =>
  turned(
    -14,
    rect(352, 150, 96, 90, p.ink, 16),
    path('M340 236 H460 L520 330 V600 H280 V330 Z', p.paper),
    rect(280, 380, 240, 150, p.main),
    rect(262, 596, 276, 44, p.shadow, 8),
    path('M400 400 q44 54 44 82 a44 40 0 0 1 -88 0 q0 -28 44 -82 z', p.accent),
  )

export const sketchbook: Motif = (p) =>
  [
    rect(220, 200, 360, 440, p.deep, 20),
    rect(240, 190, 350, 430, p.paper, 14),
    each(upTo(9), (hole) => `${circle(262, 226 + hole * 45, 9, p.deep)}${rect(214, 221 + hole * 45, 50, 10, p.ink, 5)}`),
    stroke('M310 540 Q380 380 440 470 T550 380', p.main, 14),
    circle(480, 300, 44, p.accent),
    `<g transform="rotate(35 560 500)">${rect(540, 360, 44, 230, p.accentDeep, 4)}${path('M540 590 H584 L562 650 Z', '#f0d9b5')}${path('M552 622 H572 L562 650 Z', p.ink)}</g>`,
  ].join('')

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
        -32,
        faint(0.45, path('M580 350 L760 230 V570 L580 450 Z', p.accent)),
        rect(130, 350, 330, 100, p.main, 26),
        path('M450 350 L540 310 H580 V490 H540 L450 450 Z', p.deep),
        rect(574, 306, 26, 188, p.paper, 10),
        rect(280, 338, 70, 26, p.accent, 12),
        each(upTo(5), (groove) => rect(160 + groove * 22, 356, 8, 88, p.deep)),
      )

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
