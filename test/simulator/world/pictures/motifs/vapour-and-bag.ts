import { faint, path, rect, stroke } from '../shapes.ts'

/** Two curls that rise from the point. */
export const steam = (x: number, y: number, colour: string) =>
  faint(0.75, stroke(`M${String(x)} ${String(y)} q-24 -34 0 -64 t0 -64 M${String(x + 50)} ${String(y)} q-24 -34 0 -64 t0 -64`, colour, 12))

/** A paper bag that stands by itself: its body, its folded top and the ribbon between. */
export const bag = (body: string, fold: string, tag: string) =>
  [
    path('M240 250 H560 L590 620 Q590 644 566 644 H234 Q210 644 210 620 Z', body),
    path('M240 170 H560 V262 H240 Z', fold),
    rect(240, 232, 320, 18, tag),
  ].join('')
