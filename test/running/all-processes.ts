import { execFileSync } from 'node:child_process'

export interface Process {
  readonly pid: number
  readonly parent: number
  /** What it was called with. */
  readonly called: string
}

/** Every process of this machine that still does something. */
export function allProcesses(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent, called] = /^ *(\d+) +(\d+) +[^Z ]\S* +(.*)$/.exec(line) ?? []
    return called === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), called }]
  })
}

/** Every process that another has started, with all that those have. */
export function startedBy(pid: number, all = allProcesses()): Process[] {
  return all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...startedBy(one.pid, all)])
}
