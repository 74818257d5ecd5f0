import { makeSessionSpace, rankNext, trainSessions } from '#app/models/sessions/train-sessions.ts'
import type { Answered } from './compare.ts'
import { readSessions } from './read-sessions.ts'
import type { Part } from './split.ts'

const LISTED = 20

/** Trains on a folder's visits and answers every click of the asked ones. */
export function answerClicks(folder: string, stage: Part) {
  const { sessions, names, asked } = readSessions(folder, stage)
  const began = performance.now()
  const models = trainSessions(sessions)
  const seconds = { train_s: (performance.now() - began) / 1_000 }
  const space = makeSessionSpace(models.index)
  const answered = asked.map(({ id, seen, next }): Answered => {
    const start = performance.now()
    rankNext(models, space, seen)
    const took = (performance.now() - start) * 1_000
    const list = Array.from({ length: Math.min(LISTED, space.ranked.size) }, (_, nth) => names[space.ranked.items[nth]!]!)
    return { id, list, target: [next], took }
  })
  return { seconds, answered: [answered] }
}
