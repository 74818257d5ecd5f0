import { parseArgs } from 'node:util'

/** Who called a bench wrongly reads why, and no trace. */
export class CalledWrongly extends Error {
  override name = 'CalledWrongly'
}

/** Whole numbers out of `--events 2000 --kills 5`, over the given defaults. Throws on a flag that is not among them. */
export function readNumbers<Name extends string>(args: readonly string[], defaults: Readonly<Record<Name, number>>): Record<Name, number> {
  const names = Object.keys(defaults) as Name[]
  const { values } = parseArgs({ args: [...args], options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) })
  return Object.fromEntries(names.map((name) => [name, readNumber(name, values[name], defaults[name])])) as Record<Name, number>
}

function readNumber(name: string, given: string | boolean | undefined | (string | boolean)[], otherwise: number): number {
  if (given === undefined) return otherwise
  const number = Number(given)
  if (!Number.isInteger(number) || number < 0) throw new CalledWrongly(`--${name} takes a whole number, not “${String(given)}”`)
  return number
}
