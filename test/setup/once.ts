import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { SetUpStep } from './set-up-steps.ts'

const notes = '.data/set-up'
const generated = 'app/generated/**'

/** Runs a set-up step unless its outputs stand and were made from just these inputs. Resolves to its exit code. */
export async function once(step: SetUpStep): Promise<number> {
  const note = `${notes}/${step.name}`
  const inputs = digestOf(step)
  const stands = existsSync(note) && readFileSync(note, 'utf8') === inputs && step.outputs.every((path) => existsSync(path))
  if (stands) return 0
  console.log(step.says)
  const code = await step.work()
  if (code === 0) {
    mkdirSync(notes, { recursive: true })
    writeFileSync(note, inputs)
  }
  return code
}

function digestOf(step: SetUpStep): string {
  const hash = createHash('sha256')
  const files = step.inputs.flatMap((pattern) => globSync(pattern, { exclude: [generated] })).filter((path) => statSync(path).isFile())
  for (const path of files.sort()) {
    const content = readFileSync(path)
    if (!step.onlyFilesWith || content.includes(step.onlyFilesWith)) hash.update(path).update('\0').update(content).update('\0')
  }
  return hash.digest('hex')
}
