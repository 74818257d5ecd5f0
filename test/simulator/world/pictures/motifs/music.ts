import { circle, each, ellipse, faint, path, rect, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const keyboard: Motif = (p) =>
  [
    rect(140, 320, 520, 250, p.main, 36),
    rect(140, 320, 520, 100, p.deep, 36),
    rect(330, 346, 140, 48, p.ink, 12),
    each(upTo(4), (knob) => circle([190, 240, 560, 610][knob] ?? 0, 370, 18, knob % 2 ? p.accent : p.light)),
    each(upTo(8), (key) => rect(166 + key * 59, 420, 54, 128, p.paper, 8)),
    each([0, 1, 3, 4, 5], (key) => rect(206 + key * 59, 420, 30, 76, p.ink, 6)),
    faint(0.9, path('M520 160 v96 a26 20 0 1 1 -16 -18 v-64 l84 -20 v84 a26 20 0 1 1 -16 -18 v-60 z', p.accentDeep)),
  ].join('')

export const microphone: Motif = (p) =>
  turned(
    28,
    path('M352 330 H448 L424 640 Q400 660 376 640 Z', p.ink),
    rect(336, 316, 128, 40, p.accent, 16),
    circle(400, 240, 100, p.main),
    faint(0.45, stroke('M312 200 H488 M302 244 H498 M318 288 H482 M352 154 V326 M400 142 V330 M448 154 V326', p.paper, 5)),
    rect(388, 420, 24, 60, p.light, 12),
  )

export const drum: Motif = (p) =>
  [
    path('M200 330 V560 Q200 640 400 640 T600 560 V330 Z', p.main),
    stroke('M204 380 L270 600 L336 410 L400 620 L464 410 L530 600 L596 380', p.accent, 12),
    ellipse(400, 330, 200, 76, p.deep),
    ellipse(400, 318, 186, 64, p.paper),
    stroke('M330 300 L170 150', p.ink, 18),
    stroke('M470 300 L630 150', p.ink, 18),
    circle(334, 304, 22, p.accentDeep),
    circle(466, 304, 22, p.accentDeep),
  ].join('')
