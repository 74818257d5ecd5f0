import { readFileSync, writeFileSync } from 'node:fs'

/** Writes into a file of rules that was just applied what it stands on from now on, so that it can be edited and applied again. */
export function restateOrigin(file: string, was: string, is: string): void {
  if (was === is) return
  try {
    writeFileSync(file, readFileSync(file, 'utf8').replace(was, is))
    console.log(`${file} stands on what it left: its line “from” says so now.`)
  } catch (error) {
    // What was applied stays applied.
    console.error(`${file} cannot be written: ${(error as Error).message}. Export anew before you apply it again.`)
  }
}
