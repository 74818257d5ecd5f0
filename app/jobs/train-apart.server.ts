import { Worker } from 'node:worker_threads'
import type { Trained } from '#app/models/snapshot/store-snapshot.server.ts'
import type { TrainingInput, TrainingStep } from '#app/models/train-shop.ts'
import { Sayable } from '#app/platform/failure.ts'

/** What the thread says. */
export type Said = { readonly kind: 'step'; readonly step: TrainingStep } | { readonly kind: 'trained'; readonly trained: Trained }

interface Idle {
  readonly thread: Worker
  /** Ends it. */
  readonly ending: NodeJS.Timeout
}

/** Threads that have nothing to do: starting one takes longer than a small shop does, and many are trained one after the other. */
const idle: Idle[] = []
const MOST_IDLE = 4
/** How long a thread keeps its memory for the next shop, in milliseconds. */
const IDLE_FOR = 5_000
/** Whoever learnt from more orders keeps their memory, and is not worth keeping. */
const FEW_ORDERS = 20_000

/** Trains in a thread of its own, so that other shops' work goes on beside it. Throws what ends the thread, and where `signal` aborts. */
export async function trainApart(
  lessons: TrainingInput,
  tell: (step: TrainingStep) => Promise<void>,
  signal: AbortSignal,
): Promise<Trained> {
  signal.throwIfAborted()
  const thread = takeIdle() ?? new Worker(new URL('./train-thread.server.ts', import.meta.url))
  thread.ref()
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop)
  let isFit = false
  try {
    const trained = await new Promise<Trained>((resolve, reject) => {
      // Steps are told one after the other, and all of them before the model.
      let told = Promise.resolve()
      thread.on('message', (said: Said) => {
        told = told.then(() => (said.kind === 'trained' ? resolve(said.trained) : tell(said.step)))
        told.catch(reject)
      })
      thread.on('error', reject)
      thread.on('exit', () => reject(new Sayable('The training ended without a model')))
      thread.postMessage(lessons)
    })
    isFit = !signal.aborted && lessons.log.at.length <= FEW_ORDERS
    return trained
  } finally {
    signal.removeEventListener('abort', stop)
    for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
    if (isFit && idle.length < MOST_IDLE) keepIdle(thread)
    else await thread.terminate()
  }
}

function takeIdle(): Worker | undefined {
  const taken = idle.pop()
  clearTimeout(taken?.ending)
  return taken?.thread
}

function keepIdle(thread: Worker): void {
  thread.unref()
  const ending = setTimeout(() => {
    idle.splice(idle.indexOf(kept), 1)
    void thread.terminate()
  }, IDLE_FOR)
  const kept = { thread, ending: ending.unref() }
  idle.push(kept)
}
