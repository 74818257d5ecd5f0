import { setTimeout as wait } from 'node:timers/promises'
import { Agent, get } from 'node:http'

export interface AskedAtRate {
  /** Milliseconds from when each was due until its answer was there, rising. */
  readonly took: Float64Array
  /** Answers that were not 200, and none at all. */
  readonly errors: number
}

/** Asks so many times a second, whether the last answers are there or not: who is late with an answer is late with all that were due meanwhile. */
export async function askAtRate(port: number, targets: readonly string[], perSecond: number): Promise<AskedAtRate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const took = new Float64Array(targets.length)
  let errors = 0
  const began = performance.now()
  const answers: Promise<void>[] = []
  for (let at = 0; at < targets.length;) {
    const due = Math.min(targets.length, Math.floor(((performance.now() - began) * perSecond) / 1000) + 1)
    for (; at < due; at++) {
      const nth = at
      const dueAt = began + (nth * 1000) / perSecond
      answers.push(
        askOne(agent, port, targets[nth]!).then((isRight) => {
          took[nth] = performance.now() - dueAt
          if (!isRight) errors += 1
        }),
      )
    }
    await wait(1)
  }
  await Promise.all(answers)
  agent.destroy()
  return { took: took.sort(), errors }
}

function askOne(agent: Agent, port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    get({ agent, port, host: '127.0.0.1', path }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode === 200))
    }).on('error', () => resolve(false))
  })
}
