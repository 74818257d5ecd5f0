import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { writeLists } from '#app/models/customers/write-lists.ts'
import { writeSnapshot } from '#app/models/snapshot/snapshot.ts'
import { trainShop, type TrainingInput } from '#app/models/train-shop.ts'
import type { Said } from './train-apart.server.ts'

// Nobody waits for a model: whatever else the machine has to do comes first. Linux alone gives a thread a place of its own.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)

/** Runs in a thread of its own: learns from what it is given, tells how far it is, and hands over the bytes. */
parentPort!.on('message', (lessons: TrainingInput) => {
  const clock = () => performance.now()
  const { lists, customers: nextOf, ...learnt } = trainShop(lessons, clock, (step) => say({ kind: 'step', step }))
  const bytes = writeSnapshot(lists)
  const customers = writeLists(nextOf)
  say({ kind: 'trained', trained: { ...learnt, bytes, customers } }, [bytes.buffer, customers.buffer])
})

function say(said: Said, given: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(said, given)
}
