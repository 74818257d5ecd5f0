import { setTimeout as wait } from 'node:timers/promises'

const LONGEST = 60_000

/** Resolves once something is so. Throws an Error that says what was waited for in vain. */
export async function eventually(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const began = performance.now(); !(await isSo()); await wait(100))
    if (performance.now() - began > LONGEST) throw new Error(`Waited in vain: ${what}`)
}
