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

export const clay: Motif = (p) =>
  [
    rect(190, 470, 150, 170, pans[0] ?? p.main, 30),
    rect(325, 500, 150, 140, pans[2] ?? p.accent, 30),
    rect(460, 470, 150, 170, pans[4] ?? p.deep, 30),
    path('M300 490 C300 420 330 400 350 380 C300 320 330 240 400 240 S500 320 450 380 C470 400 500 420 500 490 Z', p.main),
    circle(376, 306, 10, p.ink),
    circle(424, 306, 10, p.ink),
    stroke('M380 340 Q400 356 420 340', p.ink, 7),
    rect(560, 220, 30, 250, p.accentDeep, 15),
  ].join('')

export const beads: Motif = (p) =>
  [
    rect(180, 240, 440, 50, p.deep, 20),
    rect(180, 560, 440, 50, p.deep, 20),
    rect(180, 240, 40, 370, p.main, 14),
    rect(580, 240, 40, 370, p.main, 14),
    each(upTo(7), (thread) => stroke(`M${String(260 + thread * 46)} 290 V560`, p.shadow, 5)),
    each(upTo(30), (bead) =>
      circle(283 + (bead % 6) * 46, 340 + Math.floor(bead / 6) * 44, 20, pans[(bead * 3 + Math.floor(bead / 6)) % 8] ?? p.main),
    ),
  ].join('')
