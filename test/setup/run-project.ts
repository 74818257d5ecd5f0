import { run } from './run.ts'

/** Runs the tests of one project, or those of it that the arguments name. */
export function runProject(project: string, args: readonly string[]): Promise<number> {
  return run('test/setup/vitest.ts', ['run', '--project', project, ...args])
}
