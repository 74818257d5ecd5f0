import { circle, each, faint, path, rect, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const phone: Motif = (p) =>
  turned(
    6,
    rect(270, 140, 260, 510, p.ink, 48),
    rect(286, 156, 228, 478, p.light, 36),
    path('M286 470 q60 -80 120 -20 t108 -50 v198 q0 36 -36 36 h-156 q-36 0 -36 -36 z', p.main),
    circle(460, 270, 42, p.accent),
    rect(360, 172, 80, 20, p.ink, 10),
    each(upTo(4), (app) => rect(308 + app * 48, 572, 38, 38, p.paper, 11)),
  )

export const phoneCase: Motif = (p, product) =>
  product.tags.includes('leather')
    ? turned(
        -5,
        rect(390, 160, 250, 490, p.deep, 40),
        rect(410, 180, 214, 450, p.ink, 34),
        rect(160, 160, 250, 490, p.main, 40),
        faint(0.6, stroke('M184 210 V600 M386 210 V600', p.light, 4)),
        rect(196, 280, 178, 90, p.deep, 10),
        rect(196, 390, 178, 90, p.deep, 10),
        rect(210, 262, 150, 40, p.accent, 8),
      )
    : turned(
        8,
        rect(262, 140, 276, 520, product.tags.includes('clear') ? p.glow : p.main, 56),
        rect(282, 160, 236, 480, product.tags.includes('clear') ? p.light : p.deep, 40),
        rect(290, 168, 220, 464, product.tags.includes('clear') ? p.paper : p.main, 36),
        rect(304, 184, 100, 118, p.ink, 30),
        circle(338, 220, 22, p.light),
        circle(338, 268, 18, p.light),
        circle(380, 232, 9, p.accent),
        faint(0.35, path('M420 168 H474 L330 632 H300 Z', '#ffffff')),
      )

export const screenGlass: Motif = (p) =>
  [
    turned(-10, rect(300, 170, 240, 460, p.deep, 40), rect(314, 184, 212, 432, p.main, 30)),
    turned(
      8,
      faint(0.72, rect(270, 160, 240, 460, p.paper, 40)),
      faint(0.5, path('M270 420 L510 210 V330 L270 540 Z', p.light)),
      stroke('M310 160 H470 Q510 160 510 200', p.accent, 6),
    ),
  ].join('')
