import { circle, each, ellipse, faint, path, rect, stroke, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const robotDog: Motif = (p) =>
  [
    stroke('M590 380 Q670 340 660 260', p.deep, 22),
    circle(660, 250, 20, p.accent),
    each([270, 380, 480, 570], (x, leg) => rect(x - 28, 500, 56, 144, leg % 2 ? p.main : p.deep, 22)),
    rect(230, 360, 390, 180, p.light, 70),
    rect(360, 400, 150, 70, p.paper, 20),
    each(upTo(3), (lamp) => circle(398 + lamp * 37, 435, 12, [p.accent, p.main, p.accentDeep][lamp] ?? p.main)),
    path('M180 210 Q150 330 200 340 L230 230 Z', p.deep),
    path('M420 210 Q450 330 400 340 L370 230 Z', p.deep),
    rect(180, 180, 240, 210, p.main, 60),
    rect(208, 230, 184, 78, p.ink, 38),
    circle(254, 269, 20, p.accent),
    circle(346, 269, 20, p.accent),
    ellipse(300, 338, 30, 20, p.ink),
    stroke('M300 180 V140', p.ink, 10),
    circle(300, 130, 16, p.accent),
  ].join('')

export const robotArm: Motif = (p) =>
  [
    rect(260, 580, 280, 64, p.ink, 22),
    rect(320, 520, 160, 80, p.deep, 24),
    stroke('M400 530 L290 340 L480 210', p.main, 58),
    stroke('M480 210 L590 300', p.light, 40),
    stroke('M590 300 L640 310 L650 370 M590 300 L570 350 L600 400', p.ink, 18),
    ellipse(624, 410, 30, 40, p.paper),
    each(
      [
        [400, 530],
        [290, 340],
        [480, 210],
        [590, 300],
      ] as const,
      ([x, y]) => `${circle(x, y, 34, p.accent)}${circle(x, y, 14, p.ink)}`,
    ),
  ].join('')

export const rover: Motif = (p) =>
  [
    stroke('M300 400 V210', p.ink, 16),
    rect(240, 150, 130, 80, p.deep, 20),
    circle(280, 190, 20, p.accent),
    circle(332, 190, 20, p.paper),
    stroke('M560 430 L650 330 L700 400', p.deep, 18),
    path('M680 400 h44 l-10 40 h-24 z', p.ink),
    rect(200, 380, 400, 110, p.main, 26),
    path('M340 380 L380 330 H580 L560 380 Z', p.accentDeep),
    stroke('M400 380 L425 330 M470 380 L490 330', p.paper, 5),
    stroke('M240 570 L320 500 L400 570 L500 500 L580 570', p.ink, 16),
    each([230, 400, 570], (x) => `${circle(x, 580, 62, p.ink)}${circle(x, 580, 30, p.light)}`),
  ].join('')

export const planetarium: Motif = (p) =>
  [
    faint(0.5, path('M400 420 L110 120 H690 Z', p.accent)),
    each(
      [
        [230, 170],
        [330, 220],
        [420, 140],
        [510, 210],
        [600, 160],
        [380, 290],
        [460, 300],
      ] as const,
      ([x, y], star) =>
        path(`M${String(x)} ${String(y - 20)} l6 14 14 6 -14 6 -6 14 -6 -14 -14 -6 14 -6 z`, star % 2 ? p.accentDeep : p.deep),
    ),
    rect(290, 590, 220, 54, p.ink, 22),
    stroke('M280 450 V540 Q280 590 330 600 M520 450 V540 Q520 590 470 600', p.deep, 22),
    circle(400, 460, 120, p.main),
    circle(400, 460, 86, p.deep),
    each(upTo(10), (hole) => circle(340 + ((hole * 53) % 122), 402 + ((hole * 31) % 116), 7, p.accent)),
  ].join('')

export const dinoEgg: Motif = (p) =>
  [
    faint(0.5, circle(400, 400, 250, p.accent)),
    path('M400 150 C520 150 590 340 590 450 A190 190 0 0 1 210 450 C210 340 280 150 400 150 Z', p.main),
    path('M214 420 L280 470 L340 400 L400 480 L460 400 L520 470 L586 420 A190 190 0 1 1 214 420 Z', p.light),
    each(
      [
        [300, 540, 26],
        [420, 560, 36],
        [500, 520, 22],
        [360, 260, 26],
        [460, 300, 32],
      ] as const,
      ([x, y, r]) => circle(x, y, r, p.deep),
    ),
    stroke('M214 420 L280 470 L340 400 L400 480 L460 400 L520 470 L586 420', p.accent, 10),
  ].join('')

export const crane: Motif = (p) =>
  [
    rect(260, 590, 220, 54, p.ink, 14),
    stroke('M330 600 V180 M410 600 V180', p.main, 18),
    each(upTo(6), (brace) => stroke(`M330 ${String(590 - brace * 68)} L410 ${String(522 - brace * 68)}`, p.deep, 10)),
    stroke('M180 210 H690', p.main, 22),
    stroke('M370 100 L690 205 M370 100 L190 205 M370 100 V200', p.deep, 8),
    rect(150, 200, 90, 80, p.ink, 12),
    rect(400, 220, 80, 90, p.accent, 16),
    stroke('M600 220 V420', p.ink, 7),
    rect(540, 420, 120, 90, p.accentDeep, 12),
  ].join('')
