import { run } from '../setup/run.ts'
import { besideDemo, runningDemo } from './running-demo.ts'

/** `npm run doctor`: looks at what the settings name; without any, at a demo that runs. */
export function runDoctor(args: readonly string[], folder = '.data/demo'): Promise<number> {
  const demo = process.env['DATABASE_URL'] === undefined ? runningDemo(folder) : undefined
  if (!demo) return run('app/commands/doctor.ts', args)
  console.error('No DATABASE_URL is set: this is the demo.')
  return run('app/commands/doctor.ts', args, besideDemo(demo, args).environment)
}
