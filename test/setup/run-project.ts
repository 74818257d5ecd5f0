import { run } from './run.ts'

/** Runs the tests of one project, or those of it that the arguments name. */
export function runProject(project: string, args: readonly string[]): Promise<number> {
  return run('test/setup/vitest.ts', ['run', '--project', project, ...args])
}

/** Runs the tests whose path holds one of these names; all where there is none, of all projects where none is said. */
export function runSome(project: string | null, names: readonly string[]): Promise<number> {
  return project === null ? run('test/setup/vitest.ts', ['run', ...names]) : runProject(project, names)
}
