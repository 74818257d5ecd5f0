import { specOf } from '../../specs.ts'
import { circle, each, ellipse, label, path, rect, stroke, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const camera: Motif = (p, product) =>
  product.tags.includes('action') || product.tags.includes('home')
    ? [
        rect(330, 560, 140, 80, p.shadow, 20),
        rect(230, 260, 340, 320, p.main, 60),
        rect(260, 225, 110, 50, p.accent, 20),
        circle(430, 430, 112, p.ink),
        circle(430, 430, 78, p.deep),
        circle(430, 430, 44, p.ink),
        circle(410, 406, 16, p.paper),
        circle(276, 320, 14, p.accent),
      ].join('')
    : [
        rect(300, 218, 200, 100, p.deep, 26),
        rect(190, 240, 70, 50, p.ink, 14),
        rect(540, 244, 50, 40, p.accent, 12),
        rect(150, 276, 500, 340, p.main, 50),
        rect(150, 350, 500, 190, p.ink),
        circle(400, 450, 152, p.deep),
        circle(400, 450, 126, p.ink),
        circle(400, 450, 88, p.accentDeep),
        circle(400, 450, 52, p.ink),
        circle(368, 416, 24, p.paper),
        circle(590, 316, 14, p.accent),
      ].join('')

export const memoryCard: Motif = (p, product) => {
  const small = specOf(product, 'card_format') === 'microSD'
  const gigabytes = specOf(product, 'capacity_gb') ?? ''
  const outline = small
    ? 'M280 190 H460 L480 230 V290 L510 330 V620 Q510 640 490 640 H280 Q260 640 260 620 V210 Q260 190 280 190 Z'
    : 'M250 180 H450 L560 290 V610 Q560 640 530 640 H250 Q220 640 220 610 V210 Q220 180 250 180 Z'
  const left = small ? 290 : 262
  return [
    path(outline, p.ink),
    each(upTo(small ? 4 : 5), (pin) => rect(left + pin * 44, 206, 24, 80, p.accent, 6)),
    rect(left - 8, 340, small ? 206 : 274, 260, p.main, 18),
    rect(left - 8, 340, small ? 206 : 274, 56, p.light, 18),
    label(left - 8 + (small ? 103 : 137), 490, gigabytes, 92, p.paper),
    label(left - 8 + (small ? 103 : 137), 562, 'GB', 36, p.paper),
  ].join('')
}

export const cameraBag: Motif = (p) =>
  [
    stroke('M230 360 C180 120 620 120 570 360', p.ink, 22),
    rect(190, 340, 420, 300, p.main, 46),
    path('M190 386 Q190 320 250 320 H550 Q610 320 610 386 V450 Q400 520 190 450 Z', p.deep),
    rect(362, 430, 76, 96, p.accent, 14),
    rect(378, 462, 44, 20, p.ink, 8),
    rect(230, 560, 340, 10, p.light, 5),
  ].join('')

export const tripod: Motif = (p) =>
  [
    stroke('M400 370 L260 640', p.deep, 26),
    stroke('M400 370 L540 640', p.deep, 26),
    stroke('M400 330 V630', p.main, 28),
    stroke('M330 504 H470', p.ink, 12),
    rect(372, 290, 56, 100, p.ink, 14),
    rect(320, 250, 160, 46, p.accent, 14),
    stroke('M470 320 L570 370', p.ink, 16),
    rect(300, 190, 200, 64, p.light, 18),
    each([260, 400, 540], (x) => ellipse(x, 642, 24, 10, p.ink)),
  ].join('')
