import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Ask } from './ask.ts'
import { gatherExamples } from './examples.ts'
import { gather } from './gather.ts'
import { learn, type Facts, type Knowledge } from './knowledge.ts'
import { learnRanker, type Judged } from './learn-ranker.ts'
import { askBaskets, type Place } from './questions.ts'
import { order } from './ranker.ts'
import { replayOf } from './replay.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** Everything learnt of a shop, ready to be asked. */
export interface Models {
  readonly knowledge: Knowledge
  readonly rankers: Readonly<Partial<Record<Place, Judged>>>
}

/** Candidates looked at closely: while learning, and for a shopper. */
const CANDIDATES = 120
const QUESTIONS = 4_000

/**
 * Learns how to rank by replaying the shop's last weeks (what was known before them, asked what was bought in them), then
 * learns the models again from everything.
 */
export function trainModels(log: BasketLog, facts: Facts, places: readonly Place[]): Models {
  const { before, after } = replayOf(log)
  const known = learn(before, facts)
  const space = makeSpace(known)
  const rankers = places.map((place) => {
    const questions = askBaskets(after, place, (item) => known.popularity.ever[item]! > 0, QUESTIONS)
    return [place, learnRanker(gatherExamples(known, space, questions))] as const
  })
  return { knowledge: learn(log, facts), rankers: Object.fromEntries(rankers) }
}

/** Room to answer one question after the other in. */
export function makeSpace({ popularity }: Knowledge): Workspace {
  return makeWorkspace(popularity.ever.length, CANDIDATES)
}

/** Answers an ask: afterwards `space.ranked` holds products (indexes of the log's) and scores, best first. */
export function rank({ knowledge, rankers }: Models, space: Workspace, place: Place, ask: Ask): void {
  gather(knowledge, space, ask)
  order(rankers[place]?.ranker ?? { kind: 'nothing' }, space)
}
