import { once } from './once.ts'
import { run } from './run.ts'
import { buildApp, fetchSchema, generateClient, generateTypes, type SetUpStep } from './set-up-steps.ts'
import { validate } from './validate.ts'

/** The tasks of `package.json`, each with the set-up it needs. `start.mjs` has seen to the packages before. */
const tasks: Record<string, { readonly setUp: readonly SetUpStep[]; readonly work: (args: readonly string[]) => Promise<number> }> = {
  demo: { setUp: [fetchSchema, generateClient, generateTypes, buildApp], work: (args) => run('test/demo/demo.ts', args) },
  test: { setUp: [fetchSchema, generateClient, generateTypes, buildApp], work: validate },
  validate: { setUp: [fetchSchema, generateClient, generateTypes, buildApp], work: validate },
  bench: { setUp: [fetchSchema, generateClient, generateTypes, buildApp], work: (args) => run('test/bench/bench.ts', args) },
  generate: { setUp: [fetchSchema, generateClient, generateTypes], work: () => Promise.resolve(0) },
  rules: { setUp: [generateClient], work: (args) => run('app/commands/rules.ts', args) },
  migration: { setUp: [], work: (args) => run('app/commands/migration.ts', args) },
}

const [name = '', ...args] = process.argv.slice(2)
const task = tasks[name]
if (!task) {
  console.error(`There is no task “${name}”. There are: ${Object.keys(tasks).join(', ')}.`)
  process.exit(2)
}
for (const step of task.setUp) {
  const code = await once(step)
  if (code !== 0) process.exit(code)
}
process.exitCode = await task.work(args)
