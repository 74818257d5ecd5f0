import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from '../../running/eventually.ts'
import { cpuSeconds, residentBytes } from '../footprint/processes.ts'

export interface MeasuredWorker {
  /** Bytes of memory now, and the most since it started. */
  readonly bytes: () => number
  readonly mostBytes: () => number
  /** Seconds of a core since it started. */
  readonly cpu: () => number
  readonly stop: () => Promise<void>
}

/** Starts a worker whose memory is looked at ten times a second, and waits until it takes jobs. */
export async function startWorker(settings: Readonly<Record<string, string>>): Promise<MeasuredWorker> {
  const child = spawn(process.execPath, ['worker.ts'], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await eventually('the worker waits for jobs', () => said.includes('The worker waits for jobs'))
  let most = 0
  const look = () => (most = Math.max(most, residentBytes(child.pid!)))
  const looking = setInterval(look, 100)
  return {
    bytes: () => residentBytes(child.pid!),
    mostBytes: () => most,
    cpu: () => cpuSeconds(child.pid!),
    async stop() {
      clearInterval(looking)
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
