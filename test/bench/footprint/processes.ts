import { readFileSync } from 'node:fs'
import { startedBy } from '../../running/all-processes.ts'

export interface OurProcess {
  readonly name: 'web' | 'admin' | 'worker'
  readonly pid: number
}

const FILES = { 'server.ts': 'web', 'admin.ts': 'admin', 'worker.ts': 'worker' } as const
/** Linux counts a process' time in hundredths of a second, on every machine that Node runs on. */
const TICKS = 100

/** The app's processes that this one has started, and those that they have. */
export function ourProcesses(): OurProcess[] {
  return startedBy(process.pid).flatMap(({ pid, called }) =>
    Object.entries(FILES).flatMap(([file, name]) => (new RegExp(`(^| )${file}( |$)`).test(called) ? [{ name, pid }] : [])),
  )
}

/** Seconds of a core that a process has had since it began. */
export function cpuSeconds(pid: number): number {
  // What it is called stands in brackets, and may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

export function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024
}
