import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const plan = createRequire(import.meta.url)('./walk.cjs') as { walk: readonly (readonly string[])[] }

/** The rooms in the order of the floor plan; those of one step know nothing of each other. */
export const { walk } = plan

/** The walk in one line, as people read it. */
export const walkInWords = walk.map((rooms) => rooms.join(' | ')).join(' → ')

export interface Room {
  readonly name: string
  /** Rooms that its files import from, in the order of the walk. */
  readonly knows: readonly string[]
}

/** Every room that has files, and which others it knows. */
export function readRooms(): Room[] {
  const names = walk.flat()
  return names.flatMap((name) => {
    const texts = globSync(`app/${name}/**/*.{ts,tsx}`, { exclude: ['**/*.test.ts'] }).map((path) => readFileSync(path, 'utf8'))
    if (texts.length === 0) return []
    const known = new Set(texts.flatMap((text) => [...text.matchAll(/['"]#app\/([a-z]+)\//g)].map(([, room]) => room)))
    return [{ name, knows: names.filter((other) => other !== name && known.has(other)) }]
  })
}

/** Without what is known through another room anyway. */
function nearest({ knows }: Room, rooms: ReadonlyMap<string, Room>): string[] {
  const reach = (name: string): string[] => (rooms.get(name)?.knows ?? []).flatMap((next) => [next, ...reach(next)])
  const beyond = new Set(knows.flatMap(reach))
  return knows.filter((name) => !beyond.has(name))
}

/** The rooms as a Mermaid picture (an arrow leads from a room to those that it reads) and as a table of all that each knows. */
export function drawRooms(rooms: readonly Room[]): string {
  const byName = new Map(rooms.map((room) => [room.name, room]))
  const arrows = rooms.flatMap((room) => nearest(room, byName).map((other) => `  ${room.name} --> ${other}`))
  const rows = rooms.map(({ name, knows }) => `| \`${name}\` | ${knows.join(', ') || 'no other room'} |`)
  return ['```mermaid', 'flowchart RL', ...arrows, '```', '', '| room | files | knows |', '| --- | --- | --- |', ...rows].join('\n')
}

export const PICTURE = 'ARCHITECTURE.md'
const BEGIN = '<!-- rooms: written by test/floor-plan/renew.ts -->'
const END = '<!-- end of rooms -->'

/** The page with today's picture in it. Throws where it has no place for one. */
export function withPicture(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${PICTURE} lacks the lines “${BEGIN}” and “${END}”.`)
  return `${page.slice(0, from + BEGIN.length)}\n\n${drawRooms(readRooms())}\n\n${page.slice(to)}`
}
