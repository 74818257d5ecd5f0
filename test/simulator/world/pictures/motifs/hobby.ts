import { circle, each, ellipse, faint, path, rect, ring, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const drone: Motif = (p) =>
  [
    stroke('M230 290 L400 400 L570 290 M230 510 L400 400 L570 510', p.deep, 30),
    each(
      [
        [220, 280],
        [580, 280],
        [220, 520],
        [580, 520],
      ] as const,
      ([x, y]) => `${faint(0.55, ellipse(x, y, 128, 34, p.light))}${ring(x, y, 26, p.ink, 12)}${circle(x, y, 18, p.accent)}`,
    ),
    rect(300, 320, 200, 170, p.main, 60),
    rect(330, 340, 140, 60, p.light, 30),
    circle(400, 460, 46, p.ink),
    circle(400, 460, 24, p.accentDeep),
    circle(390, 450, 8, p.paper),
  ].join('')

export const propellers: Motif = (p) =>
  each(
    [
      [290, 300, 20, p.main],
      [520, 350, 75, p.accent],
      [350, 530, -30, p.deep],
    ] as const,
    ([x, y, angle, colour]) =>
      `<g transform="rotate(${String(angle)} ${String(x)} ${String(y)})">${path(`M${String(x)} ${String(y - 14)} C${String(x + 60)} ${String(y - 60)} ${String(x + 150)} ${String(y - 50)} ${String(x + 170)} ${String(y - 10)} C${String(x + 120)} ${String(y + 16)} ${String(x + 40)} ${String(y + 20)} ${String(x)} ${String(y + 14)} C${String(x - 60)} ${String(y + 60)} ${String(x - 150)} ${String(y + 50)} ${String(x - 170)} ${String(y + 10)} C${String(x - 120)} ${String(y - 16)} ${String(x - 40)} ${String(y - 20)} ${String(x)} ${String(y - 14)} Z`, colour)}${circle(x, y, 30, p.ink)}${circle(x, y, 12, p.paper)}</g>`,
  )

export const rcCar: Motif = (p, product) =>
  product.tags.includes('boat')
    ? [
        path('M130 460 H670 L610 600 Q600 620 570 620 H240 Q200 620 180 580 Z', p.main),
        rect(150, 460, 510, 30, p.paper),
        rect(280, 320, 200, 140, p.light, 14),
        rect(310, 350, 56, 56, p.deep, 28),
        rect(394, 350, 56, 56, p.deep, 28),
        rect(500, 250, 60, 210, p.accent, 10),
        rect(500, 290, 60, 30, p.paper),
        faint(0.6, stroke('M90 620 q50 -30 100 0 t100 0 t100 0 t100 0 t100 0 t100 0', p.accentDeep, 16)),
      ].join('')
    : [
        stroke('M250 400 L180 170', p.ink, 8),
        circle(180, 160, 14, p.accent),
        path('M130 520 Q120 430 220 420 L300 320 Q320 300 350 300 H480 Q510 300 530 330 L590 420 Q680 430 680 520 Z', p.main),
        path('M310 416 L360 344 H410 V416 Z', p.paper),
        path('M434 416 V344 H480 L524 416 Z', p.paper),
        rect(130, 470, 550, 60, p.deep, 26),
        rect(600, 300, 110, 24, p.accent, 10),
        stroke('M640 320 L620 420', p.accent, 14),
        each([250, 560], (x) => `${circle(x, 550, 94, p.ink)}${circle(x, 550, 46, p.accent)}${circle(x, 550, 16, p.ink)}`),
      ].join('')

export const console: Motif = (p) =>
  [
    rect(300, 170, 150, 460, p.paper, 34),
    rect(300, 170, 62, 460, p.deep, 30),
    rect(338, 170, 24, 460, p.deep),
    rect(420, 240, 10, 150, p.accent, 5),
    circle(410, 570, 12, p.accentDeep),
    pad(p.main, p.ink, p.accent, p.light, 500, 520, 0.62),
  ].join('')

export const controller: Motif = (p, product) =>
  product.tags.includes('charging-stand')
    ? `${rect(200, 590, 400, 54, p.ink, 24)}${rect(190, 500, 420, 100, p.deep, 30)}${pad(p.main, p.ink, p.accent, p.light, 262, 430, 0.52)}${pad(p.light, p.ink, p.accent, p.paper, 538, 430, 0.52)}`
    : pad(p.main, p.ink, p.accent, p.light, 400, 410, 1.25)

const pad = (body: string, ink: string, accent: string, light: string, x: number, y: number, scale: number) =>
  `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">${[
    path(
      'M-120 -100 H120 C190 -100 220 20 230 100 C236 160 170 170 140 110 L110 60 H-110 L-140 110 C-170 170 -236 160 -230 100 C-220 20 -190 -100 -120 -100 Z',
      body,
    ),
    rect(-136, -52, 26, 76, ink, 8),
    rect(-161, -27, 76, 26, ink, 8),
    circle(124, -46, 14, accent),
    circle(124, 18, 14, accent),
    circle(92, -14, 14, light),
    circle(156, -14, 14, light),
    circle(-56, 34, 28, ink),
    circle(56, 34, 28, ink),
    rect(-24, -66, 48, 26, light, 12),
  ].join('')}</g>`

export const gameDisc: Motif = (p) =>
  [
    circle(520, 420, 170, p.shadow),
    circle(520, 420, 150, p.paper),
    circle(520, 420, 40, p.accent),
    circle(520, 420, 18, p.wash),
    rect(180, 170, 320, 470, p.ink, 18),
    rect(196, 186, 288, 438, p.main, 10),
    rect(196, 186, 288, 56, p.deep, 10),
    circle(400, 330, 52, p.accent),
    path('M196 560 L280 400 L350 500 L400 440 L484 560 V614 Q484 624 474 624 H206 Q196 624 196 614 Z', p.light),
  ].join('')

export const boardGame: Motif = (p) =>
  [
    turned(
      -4,
      rect(170, 250, 460, 380, p.deep, 20),
      rect(170, 230, 460, 360, p.main, 20),
      ring(400, 410, 120, p.light, 26),
      each(
        upTo(6),
        (place) => `<g transform="rotate(${String(place * 60)} 400 410)">${circle(400, 290, 24, place % 2 ? p.accent : p.paper)}</g>`,
      ),
    ),
    path('M560 640 q-4 -50 30 -80 a44 44 0 1 1 60 0 q34 30 30 80 z', p.accentDeep),
    turned(
      10,
      rect(190, 540, 110, 110, p.paper, 20),
      circle(220, 570, 11, p.ink),
      circle(245, 595, 11, p.ink),
      circle(270, 620, 11, p.ink),
    ),
  ].join('')

export const expansion: Motif = (p) =>
  [
    rect(240, 270, 320, 360, p.deep, 18),
    rect(240, 250, 320, 340, p.main, 18),
    path('M270 560 L350 400 L420 490 L460 440 L530 560 Z', p.light),
    circle(340, 340, 34, p.accent),
    circle(560, 590, 70, p.accentDeep),
    stroke('M560 556 V624 M526 590 H594', p.paper, 16),
  ].join('')

export const cardSleeves: Motif = (p) =>
  each(
    [-22, -8, 6, 20],
    (angle, index) =>
      `<g transform="rotate(${String(angle)} 400 720)">${[rect(290, 210, 220, 330, index % 2 ? p.main : p.deep, 18), rect(310, 230, 180, 290, p.light, 12), path('M400 290 L450 375 L400 460 L350 375 Z', index % 2 ? p.accent : p.accentDeep), faint(0.3, path('M290 210 H400 L290 480 Z', '#ffffff'))].join('')}</g>`,
  )

export const puzzle: Motif = (p) => {
  const piece = 'M0 0 H60 a36 36 0 1 1 60 0 H180 V60 a36 36 0 1 0 0 60 V180 H120 a36 36 0 1 0 -60 0 H0 Z'
  return each(
    [
      [200, 240, p.main, 0],
      [404, 240, p.accent, 90],
      [200, 444, p.deep, 0],
      [440, 470, p.accentDeep, 12],
    ] as const,
    ([x, y, colour, angle]) =>
      `<g transform="translate(${String(x)} ${String(y)}) rotate(${String(angle)} 90 90)">${path(piece, colour)}</g>`,
  )
}

export const puzzleMat: Motif = (p) =>
  [
    path('M200 300 H560 V600 H200 Z', p.main),
    faint(0.6, stroke('M230 330 H530 M230 570 H530', p.light, 6)),
    rect(540, 280, 110, 340, p.deep, 55),
    ellipse(595, 300, 55, 30, p.light),
    ring(595, 300, 20, p.deep, 8),
    rect(540, 400, 110, 26, p.accent),
    path('M280 400 h40 a24 24 0 1 1 40 0 h40 v120 h-120 z', p.accentDeep),
  ].join('')
