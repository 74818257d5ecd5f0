import { spawn } from 'node:child_process'
import { once } from 'node:events'

const running = new Set<ReturnType<typeof spawn>>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The terminal has sent Ctrl-C to the children as well; any other signal reached this process alone.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of running) child.kill(signal)
    if (running.size === 0) process.exit(130)
  })
}

/** Runs a script on this Node, its words on this terminal. Resolves to its exit code; 130 when a signal ended it. */
export async function run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
  running.add(child)
  const [code] = (await once(child, 'exit')) as [number | null]
  running.delete(child)
  return code ?? 130
}
