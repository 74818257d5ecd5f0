import { readMutationOptions } from '../mutation/options.ts'
import { whyNoBench } from '../bench/measuring/benches.ts'
import { readOptions } from '../demo/options.ts'
import { runDoctor } from '../demo/run-doctor.ts'
import { runRules } from '../demo/run-rules.ts'
import { once } from './once.ts'
import { run } from './run.ts'
import { runProject, runSome } from './run-project.ts'
import { buildApp, fetchSchema, generateClient, generateTypes, type SetUpStep } from './set-up-steps.ts'
import { validate } from './validate.ts'
import { whichTests } from './which-tests.ts'

interface Task {
  readonly setUp: readonly SetUpStep[]
  readonly work: (args: readonly string[]) => Promise<number>
  /** Why it cannot be called so, before anything is set up; undefined where it can. */
  readonly whyNot?: (args: readonly string[]) => string | undefined
}

const generated = [fetchSchema, generateClient, generateTypes]
const built = [...generated, buildApp]
const alone = ([arg]: readonly string[]) =>
  arg === undefined ? undefined : `This takes no arguments, not even “${arg}”. Some tests alone: npm test -- NAME.`

/** The tasks of `package.json`, each with the set-up it needs. `start.mjs` has seen to the packages before. */
const tasks: Readonly<Record<string, Task>> = {
  demo: { setUp: built, work: (args) => run('test/demo/demo.ts', args), whyNot: whyNoDemo },
  start: { setUp: [generateClient, buildApp], work: () => run('app/commands/start.ts'), whyNot: alone },
  build: { setUp: [generateClient, buildApp], work: () => Promise.resolve(0), whyNot: alone },
  test: { setUp: built, work: runTests, whyNot: whyNoTests },
  validate: { setUp: built, work: validate, whyNot: alone },
  bench: { setUp: built, work: (args) => run('test/bench/bench.ts', args), whyNot: ([name]) => whyNoBench(name) },
  generate: { setUp: generated, work: () => Promise.resolve(0), whyNot: alone },
  rules: { setUp: [generateClient], work: (args) => runRules(args) },
  doctor: { setUp: [generateClient], work: (args) => runDoctor(args) },
  mutation: { setUp: [generateClient], work: (args) => run('test/mutation/mutate.ts', args), whyNot: whyNoMutation },
  words: { setUp: [], work: () => run('test/words/words.ts'), whyNot: alone },
  dev: { setUp: built, work: (args) => run('app/commands/dev.ts', args), whyNot: alone },
  migration: { setUp: [], work: (args) => run('app/commands/migration.ts', args) },
  release: { setUp: [], work: (args) => run('deploy/release.ts', args) },
  typecheck: { setUp: generated, work: checkTypes, whyNot: alone },
  unit: { setUp: [], work: (args) => runProject('unit*', args) },
  flow: { setUp: [], work: (args) => runProject('flow*', args) },
  e2e: { setUp: [], work: (args) => runProject('e2e', args) },
}

const [name = '', ...args] = process.argv.slice(2)
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
const why = task ? task.whyNot?.(args) : `There is no task “${name}”. There are: ${Object.keys(tasks).join(', ')}.`
if (!task || why) {
  console.error(why)
  process.exit(2)
}
for (const step of task.setUp) {
  const code = await once(step)
  if (code !== 0) process.exit(code)
}
process.exitCode = await task.work(args)

/** Those of everything, then those of the pure files, which know no browser and no Node, then those of Shopify’s blocks. */
async function checkTypes(): Promise<number> {
  for (const project of ['tsconfig.json', 'tsconfig.core.json', 'extensions/checkout-offers', 'extensions/admin-blocks']) {
    const code = await run('node_modules/typescript/bin/tsc', ['--noEmit', '-p', project])
    if (code !== 0) return code
  }
  return 0
}

function whyNoTests(args: readonly string[]): string | undefined {
  const which = whichTests(args)
  return which.kind === 'none' ? which.why : undefined
}

function runTests(args: readonly string[]): Promise<number> {
  const which = whichTests(args)
  return which.kind === 'some' ? runSome(which.project, which.names) : validate()
}

function whyNoDemo(given: readonly string[]): string | undefined {
  return whyNotRead(() => readOptions(given))
}

function whyNoMutation(given: readonly string[]): string | undefined {
  return whyNotRead(() => readMutationOptions(given))
}

function whyNotRead(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
