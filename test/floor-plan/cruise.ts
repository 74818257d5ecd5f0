import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** What the floor plan says against the imports of a tree. The roots are paths inside the tree. */
export function cruise(tree: string, roots: readonly string[]): Violation[] {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', resolve('floor-plan.cjs'), '--output-type', 'json', ...roots]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (!stdout.startsWith('{')) throw new Error(`The floor plan could not be read: ${stderr || stdout}`)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } }
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}
