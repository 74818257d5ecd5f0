import { globSync } from 'node:fs'

/** What `npm test` was asked for: everything, guards included, or some tests alone. */
export type WhichTests =
  | { readonly kind: 'all' }
  /** Those whose path holds one of `names`, or all where there is none; of one project, or of all. */
  | { readonly kind: 'some'; readonly project: string | null; readonly names: readonly string[] }
  /** In one sentence. */
  | { readonly kind: 'none'; readonly why: string }

/** What people say, and what Vitest calls it. */
const PROJECTS: Readonly<Record<string, string>> = { unit: 'unit*', flow: 'flow*', browser: 'e2e' }
const ONLY = `--only takes one of ${Object.keys(PROJECTS).join(', ')}.`
const TESTS = '{app,extensions,prisma,styles,test}/**/*.test.{ts,tsx}'

/** Reads the arguments of `npm test`: parts of paths of test files, and `--only unit|flow|browser`. */
export function whichTests(args: readonly string[]): WhichTests {
  const names: string[] = []
  let project: string | null = null
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--only' || arg.startsWith('--only=')) {
      const wanted = arg === '--only' ? args[++at] : arg.slice('--only='.length)
      if (wanted === undefined || !Object.hasOwn(PROJECTS, wanted)) return { kind: 'none', why: ONLY }
      project = PROJECTS[wanted]!
    } else if (arg.startsWith('-'))
      return { kind: 'none', why: `There is no option “${arg}”. ${ONLY} Anything else is part of a test’s path.` }
    else names.push(arg)
  }
  if (names.length === 0 && project === null) return { kind: 'all' }
  const strange = names.find((name) => !globSync(TESTS, { exclude: ['app/generated/**'] }).some((path) => path.includes(name)))
  if (strange !== undefined) return { kind: 'none', why: `No test’s path holds “${strange}”. Say part of one: npm test -- app/rules/lint` }
  return { kind: 'some', project, names }
}
