import { globSync, readFileSync } from 'node:fs'

/** Rooms whose files are functions of their arguments, but for `*.server.ts`. */
export const PURE_ROOMS = [
  'commerce',
  'offers',
  'catalog',
  'signals',
  'models',
  'rules',
  'slots',
  'publish',
  'serve',
  'measure',
  'copy',
  'wording',
] as const
export type PureRoom = (typeof PURE_ROOMS)[number]

/** Shorter files hold little but names. */
const FEWEST_LINES = 12

/** Numbers below `below`, the same for a seed every time (mulberry32, T. Ettinger). */
export function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** So many of a list, drawn without putting back. */
export function sample<Value>(list: readonly Value[], count: number, draw: (below: number) => number): Value[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(draw(left.length), 1)[0]!)
}

/** The files of a room that can be changed on purpose: pure, and with something in them. */
export const filesOf = (room: PureRoom): string[] =>
  globSync(`app/${room}/**/*.ts`, { exclude: ['**/*.server.ts', '**/*.test.ts'] })
    .filter((path) => readFileSync(path, 'utf8').split('\n').length >= FEWEST_LINES)
    .sort()
