import { readdirSync } from 'node:fs'

/** The benches that there are: a file each, beside `bench.ts`. */
export const BENCHES: readonly string[] = readdirSync(new URL('..', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length))

/** Why a bench cannot be called so; undefined where it can. */
export function whyNoBench(name = ''): string | undefined {
  return BENCHES.includes(name) ? undefined : `There is no bench “${name}”. There are: ${BENCHES.join(', ')}.`
}
