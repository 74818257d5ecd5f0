import { circle, each, ellipse, faint, path, rect, ring, stroke, turned, upTo } from '../shapes.ts'
import type { Motif } from './motif.ts'

export const robot: Motif = (p) =>
  [
    stroke('M400 200 V150', p.ink, 12),
    circle(400, 140, 20, p.accent),
    rect(280, 190, 240, 180, p.main, 50),
    rect(312, 236, 176, 88, p.ink, 40),
    circle(360, 280, 22, p.accent),
    circle(440, 280, 22, p.accent),
    rect(262, 390, 276, 190, p.light, 40),
    rect(180, 400, 64, 150, p.deep, 32),
    rect(556, 400, 64, 150, p.deep, 32),
    rect(330, 430, 140, 84, p.paper, 18),
    each(upTo(3), (lamp) => circle(364 + lamp * 36, 472, 12, [p.accent, p.main, p.accentDeep][lamp] ?? p.main)),
    rect(300, 580, 76, 66, p.deep, 18),
    rect(424, 580, 76, 66, p.deep, 18),
  ].join('')

export const dinosaur: Motif = (p) =>
  [
    each(
      [
        [470, 250],
        [540, 300],
        [590, 372],
        [625, 452],
      ] as const,
      ([x, y]) =>
        path(`M${String(x - 40)} ${String(y + 30)} L${String(x + 26)} ${String(y - 40)} L${String(x + 40)} ${String(y + 50)} Z`, p.accent),
    ),
    path(
      'M200 230 Q200 160 290 160 H370 Q450 160 470 250 C560 300 600 400 620 470 Q650 560 720 590 Q640 640 560 600 L560 640 H480 V590 H400 L400 640 H320 V560 C270 500 270 430 310 370 H250 Q200 370 200 320 Z',
      p.main,
    ),
    path('M330 560 C290 500 300 430 340 380 C400 430 430 520 420 590 H345 Z', p.light),
    circle(300, 226, 26, p.paper),
    circle(294, 228, 13, p.ink),
    stroke('M206 306 Q260 330 320 306', p.deep, 8),
    stroke('M330 440 Q290 450 280 484', p.deep, 22),
  ].join('')

export const excavator: Motif = (p) =>
  [
    stroke('M420 400 L560 220 L640 400', p.deep, 34),
    path('M590 400 H690 L670 480 Q620 510 580 460 Z', p.ink),
    path('M220 420 V300 Q220 260 260 260 H360 L430 420 Z', p.main),
    path('M260 400 V310 H340 L380 400 Z', p.paper),
    rect(180, 410, 320, 110, p.main, 26),
    rect(180, 470, 320, 50, p.deep, 20),
    rect(160, 530, 360, 110, p.ink, 55),
    each(upTo(4), (wheel) => circle(215 + wheel * 84, 585, 32, wheel % 3 ? p.shadow : p.accent)),
  ].join('')

/** Fire engines are red with a ladder, whatever else the palette says; every other lorry carries a hopper. */
export const lorry: Motif = (p, { tags }) => {
  const rescue = tags.includes('rescue')
  const [body, cab] = rescue ? ['#d9534f', '#b8403d'] : [p.main, p.deep]
  const ladder = [
    stroke('M200 300 L520 210 M210 340 L530 250', p.shadow, 16),
    each(upTo(6), (rung) => stroke(`M${String(230 + rung * 52)} ${String(293 - rung * 15)} l8 40`, p.shadow, 10)),
  ].join('')
  const hopper = `${path('M120 400 L170 250 H450 L500 300 V400 Z', p.light)}${stroke('M200 290 L170 390 M290 270 V390 M380 270 V390', p.main, 12)}`
  return [
    rescue ? ladder : hopper,
    rect(140, 370, 360, 200, body, 24),
    path('M490 570 V320 H590 Q620 320 630 350 L660 450 V570 Z', cab),
    path('M540 430 V356 H584 L610 430 Z', p.paper),
    rect(520, 284, 70, 40, rescue ? '#4f8fd9' : p.accent, 16),
    rect(140, 470, 520, 26, p.paper),
    rect(180, 400, 90, 50, p.light, 10),
    rect(290, 400, 90, 50, p.light, 10),
    each([240, 560], (x) => `${circle(x, 580, 64, p.ink)}${circle(x, 580, 28, p.shadow)}`),
  ].join('')
}

export const rocket: Motif = (p) =>
  [
    each(
      [
        [180, 200],
        [640, 260],
        [220, 520],
        [600, 150],
        [650, 480],
      ] as const,
      ([x, y], star) => circle(x, y, 8 + (star % 3) * 4, p.accent),
    ),
    path('M360 590 Q400 730 440 590 Z', p.accent),
    path('M320 400 L220 560 L330 550 Z', p.deep),
    path('M480 400 L580 560 L470 550 Z', p.deep),
    path('M400 110 C500 200 510 420 460 590 H340 C290 420 300 200 400 110 Z', p.paper),
    path('M400 110 C444 150 470 210 482 270 H318 C330 210 356 150 400 110 Z', p.main),
    circle(400, 360, 58, p.deep),
    circle(400, 360, 40, p.light),
    rect(340, 540, 120, 50, p.main, 10),
  ].join('')

export const globe: Motif = (p) =>
  [
    stroke('M280 150 A270 270 0 1 0 600 540', p.deep, 20),
    rect(300, 630, 230, 24, p.ink, 12),
    rect(400, 590, 26, 50, p.ink),
    circle(420, 360, 190, p.light),
    path('M300 260 q60 -60 130 -30 q20 50 -40 70 q10 60 -50 60 q-60 -30 -40 -100 z', p.accent),
    path('M440 360 q80 -40 140 10 q10 70 -60 120 q-60 -10 -60 -60 q-40 -30 -20 -70 z', p.accent),
    path('M330 450 q50 -10 60 40 q-20 30 -50 10 z', p.accentDeep),
    faint(0.35, path('M420 170 A190 190 0 0 1 420 550 A260 260 0 0 0 420 170 Z', p.deep)),
  ].join('')

export const bubbles: Motif = (p) =>
  [
    rect(250, 400, 240, 240, p.main, 70),
    circle(470, 470, 76, p.deep),
    circle(470, 470, 52, p.ink),
    circle(320, 470, 16, p.ink),
    stroke('M300 560 Q360 600 420 570', p.deep, 12),
    each(
      [
        [540, 300, 74],
        [640, 430, 40],
        [430, 220, 50],
        [620, 180, 56],
        [300, 270, 34],
        [520, 120, 26],
      ] as const,
      ([x, y, r]) =>
        `${faint(0.7, circle(x, y, r, p.paper))}${ring(x, y, r, p.accent, 6)}${circle(x - r * 0.35, y - r * 0.35, r * 0.16, p.accent)}`,
    ),
  ].join('')

export const circuit: Motif = (p) =>
  [
    rect(170, 220, 460, 400, p.main, 34),
    each(upTo(30), (hole) => circle(220 + (hole % 6) * 72, 270 + Math.floor(hole / 6) * 75, 9, p.deep)),
    stroke('M292 345 V495 H508 V345 H292', p.paper, 18),
    rect(350, 460, 120, 70, p.ink, 18),
    rect(350, 460, 36, 70, p.accent, 18),
    path('M360 345 a40 44 0 1 1 80 0 q0 20 -20 36 h-40 q-20 -16 -20 -36 z', p.accent),
    stroke('M400 240 V210 M330 270 L306 250 M470 270 L494 250', p.accent, 10),
  ].join('')

export const yoyo: Motif = (p) =>
  [
    stroke('M400 300 C380 200 520 200 480 90', p.ink, 8),
    ring(482, 84, 24, p.ink, 8),
    circle(400, 450, 190, p.deep),
    circle(400, 450, 160, p.main),
    circle(400, 450, 100, p.light),
    each(upTo(8), (ray) => `<g transform="rotate(${String(ray * 45)} 400 450)">${circle(400, 320, 14, p.accent)}</g>`),
    circle(400, 450, 40, p.accentDeep),
  ].join('')

export const walkieTalkies: Motif = (p) =>
  each(
    [250, 430],
    (x, index) =>
      `<g transform="rotate(${String(index ? 8 : -8)} ${String(x + 60)} 400)">${[
        rect(x + 12, 150, 24, 150, p.ink, 12),
        rect(x - 10, 270, 140, 360, index ? p.main : p.deep, 34),
        rect(x + 14, 310, 92, 80, p.accent, 12),
        each(upTo(4), (slot) => rect(x + 18, 430 + slot * 28, 84, 12, p.ink, 6)),
        circle(x + 60, 580, 20, p.paper),
      ].join('')}</g>`,
  )

export const detector: Motif = (p) =>
  [
    stroke('M560 170 L330 560', p.ink, 22),
    stroke('M560 170 C600 110 660 150 630 200', p.deep, 22),
    turned(0, rect(440, 290, 130, 90, p.main, 22), rect(462, 308, 86, 40, p.accent, 8)),
    ellipse(310, 590, 140, 52, p.main),
    ellipse(310, 590, 92, 28, p.wash),
    circle(480, 620, 24, p.accent),
    circle(550, 632, 14, p.accentDeep),
  ].join('')

export const tyre: Motif = (p) =>
  [
    each(upTo(20), (lug) => `<g transform="rotate(${String(lug * 18)} 400 410)">${rect(380, 176, 40, 60, p.ink, 10)}</g>`),
    circle(400, 410, 208, p.ink),
    ring(400, 410, 170, p.deep, 10),
    circle(400, 410, 116, p.main),
    each(upTo(5), (hole) => `<g transform="rotate(${String(hole * 72)} 400 410)">${ellipse(400, 348, 22, 34, p.deep)}</g>`),
    circle(400, 410, 28, p.accent),
  ].join('')
