import { collectCandidates } from '#app/models/candidates/collect-candidates.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { nameOf, replayLast, type Setting } from '#app/models/evaluation/replay-last.ts'
import { hasPast, buildKnowledge, type Facts, type Knowledge } from '#app/models/knowledge.ts'
import type { Query } from '#app/models/query.ts'
import type { Place } from '#app/models/ranker/labelled-queries.ts'
import { order, type Ranker } from '#app/models/ranker/ranker.ts'
import type { Trained } from '#app/models/ranker/train-ranker.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'

/** Everything learnt of a shop, ready to be asked. */
export interface Models {
  readonly knowledge: Knowledge
  readonly rankers: ReadonlyMap<string, Trained>
}

/** Learns how to rank from the shop's last weeks, then the models again from everything. */
export function trainModels(log: BasketLog, facts: Facts, settings: readonly Setting[]): Models {
  const rankers = trainRankers(log, facts, settings)
  return { knowledge: buildKnowledge(log, facts), rankers }
}

/** The orders that a shop's last weeks teach, by setting. */
export function trainRankers(log: BasketLog, facts: Facts, settings: readonly Setting[]): Models['rankers'] {
  const { evaluated: lessons } = replayLast(log, facts, settings)
  return new Map([...lessons].map(([name, { fitted: judged }]) => [name, judged]))
}

/** The order that was learnt for an query in a place: for those whose past is known if there is one, else for strangers. */
function rankerFor({ knowledge, rankers }: Models, place: Place, query: Query): Ranker {
  const { unsold } = query
  const known = hasPast(knowledge, query.customer) ? rankers.get(nameOf({ place, known: true, unsold })) : undefined
  return (known ?? rankers.get(nameOf({ place, known: false, unsold })))?.ranker ?? { kind: 'nothing' }
}

/** Answers an query: afterwards `space.ranked` holds products (indexes of the log's) and scores, best first. */
export function rank(models: Models, space: Workspace, place: Place, query: Query): void {
  collectCandidates(models.knowledge, space, query)
  order(rankerFor(models, place, query), space)
}
