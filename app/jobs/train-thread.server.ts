import { parentPort } from 'node:worker_threads'
import { writeSnapshot } from '#app/models/snapshot.ts'
import { trainShop } from '#app/models/train-shop.ts'
import type { Lessons, Said } from './train-apart.server.ts'

/** Runs in a thread of its own: learns from what it is given, tells how far it is, and hands over the bytes. */
parentPort!.on('message', ({ log, shelf }: Lessons) => {
  const clock = () => performance.now()
  const { lists, report } = trainShop(log, shelf, clock, (step) => say({ kind: 'step', step }))
  const bytes = writeSnapshot(lists)
  say({ kind: 'trained', trained: { bytes, report } }, [bytes.buffer])
})

function say(said: Said, given: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(said, given)
}
