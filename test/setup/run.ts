import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { endAfterUs } from '../../prisma/end-after-us.ts'

const running = new Set<ChildProcess>()

let interrupted = false

// A signal may reach this process alone, so each is passed on to whatever runs.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt(signal))
// Whoever started this is gone, be it killed.
process.on('disconnect', () => interrupt('SIGTERM'))
process.channel?.unref()

function interrupt(signal: NodeJS.Signals): void {
  interrupted = true
  for (const child of running) child.kill(signal)
}

/** Runs a script on this Node, its words on this terminal. Resolves to its exit code; 130 when a signal ended it. */
export async function run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return endOf(spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }))
}

/** The same, but what it says is shown only when it fails. */
export async function runQuietly(
  script: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text))
  const code = await endOf(child)
  if (code !== 0) process.stderr.write(Buffer.concat(said))
  return code
}

/** After an interruption nothing that would have followed is begun. */
async function endOf(child: ChildProcess): Promise<number> {
  running.add(child)
  endAfterUs(child, ['TERM'])
  const [code] = (await once(child, 'close')) as [number | null]
  running.delete(child)
  if (interrupted) process.exit(code ?? 130)
  return code ?? 130
}
