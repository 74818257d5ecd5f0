import { run } from '../setup/run.ts'
import { besideDemo, runningDemo } from './running-demo.ts'

/** `npm run rules`: in the shop that the settings name; without any, in that of a demo that runs. */
export function runRules(args: readonly string[], folder = '.data/demo'): Promise<number> {
  const demo = process.env['DATABASE_URL'] === undefined && args.length > 0 ? runningDemo(folder) : undefined
  if (!demo) return run('app/commands/rules.ts', args)
  const beside = besideDemo(demo, args)
  console.error(beside.says)
  return run('app/commands/rules.ts', beside.args, beside.environment)
}
