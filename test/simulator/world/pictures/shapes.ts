/** Pieces of SVG on the 800 × 800 sheet. Angles are degrees, clockwise; every function returns markup. */

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="${String(radius)}" fill="${fill}"/>`

export const circle = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="${fill}"/>`

export const ellipse = (x: number, y: number, across: number, down: number, fill: string): string =>
  `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(across)}" ry="${String(down)}" fill="${fill}"/>`

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`

export const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${String(width)}" stroke-linecap="round" stroke-linejoin="round"/>`

export const ring = (x: number, y: number, radius: number, colour: string, width: number): string =>
  `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="none" stroke="${colour}" stroke-width="${String(width)}"/>`

/** Words are for short labels on the goods, never for explanations. */
export const label = (x: number, y: number, words: string, size: number, fill: string): string =>
  `<text x="${String(x)}" y="${String(y)}" font-family="system-ui,sans-serif" font-weight="700" font-size="${String(size)}" text-anchor="middle" dominant-baseline="central" fill="${fill}">${escape(words)}</text>`

export const turned = (angle: number, ...inside: string[]): string =>
  `<g transform="rotate(${String(angle)} 400 400)">${inside.join('')}</g>`

export const mirrored = (...inside: string[]): string =>
  `${inside.join('')}<g transform="translate(800 0) scale(-1 1)">${inside.join('')}</g>`

export const faint = (opacity: number, ...inside: string[]): string => `<g opacity="${String(opacity)}">${inside.join('')}</g>`

/** One drawing for each of the places. */
export const each = <T>(places: readonly T[], draw: (place: T, index: number) => string): string => places.map(draw).join('')

/** Whole numbers from 0 up to, not including, `count`. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const escape = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
