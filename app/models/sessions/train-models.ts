import type { Ask } from '#app/models/ask.ts'
import { gather } from '#app/models/candidates/gather.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { nameOf, replayLast, type Setting } from '#app/models/evaluation/replay-last.ts'
import { hasPast, learn, type Facts, type Knowledge } from '#app/models/knowledge.ts'
import type { Judged } from '#app/models/ranker/learn-ranker.ts'
import type { Place } from '#app/models/ranker/questions.ts'
import { order, type Ranker } from '#app/models/ranker/ranker.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'

/** Everything learnt of a shop, ready to be asked. */
export interface Models {
  readonly knowledge: Knowledge
  readonly rankers: ReadonlyMap<string, Judged>
}

/** Learns how to rank from the shop's last weeks, then the models again from everything. */
export function trainModels(log: BasketLog, facts: Facts, settings: readonly Setting[]): Models {
  const rankers = learnRankers(log, facts, settings)
  return { knowledge: learn(log, facts), rankers }
}

/** The orders that a shop's last weeks teach, by setting. */
export function learnRankers(log: BasketLog, facts: Facts, settings: readonly Setting[]): Models['rankers'] {
  const { lessons } = replayLast(log, facts, settings)
  return new Map([...lessons].map(([name, { judged }]) => [name, judged]))
}

/** The order that was learnt for an ask in a place: for those whose past is known if there is one, else for strangers. */
function rankerFor({ knowledge, rankers }: Models, place: Place, ask: Ask): Ranker {
  const { unsold } = ask
  const known = hasPast(knowledge, ask.customer) ? rankers.get(nameOf({ place, known: true, unsold })) : undefined
  return (known ?? rankers.get(nameOf({ place, known: false, unsold })))?.ranker ?? { kind: 'nothing' }
}

/** Answers an ask: afterwards `space.ranked` holds products (indexes of the log's) and scores, best first. */
export function rank(models: Models, space: Workspace, place: Place, ask: Ask): void {
  gather(models.knowledge, space, ask)
  order(rankerFor(models, place, ask), space)
}
