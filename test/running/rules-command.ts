import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { localEnvironment } from './app-processes.ts'

export interface CommandOutcome {
  readonly code: number
  readonly said: string
}

/** Runs `npm run rules -- …` beside a running app, as a person at its terminal does. */
export function runRules(databaseUrl: string, shopPort: number, ...args: readonly string[]): Promise<CommandOutcome> {
  return runCommand(localEnvironment({ databaseUrl, appPort: 3000, shopPort }), ...args)
}

/** Runs it with settings of its own. */
export async function runCommand(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CommandOutcome> {
  const child = spawn(process.execPath, ['app/commands/rules.ts', ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}
