import { makeSpace } from '#app/models/candidates/basket-space.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { hasPast, buildKnowledge, type Facts, type Knowledge } from '#app/models/knowledge.ts'
import { collectExamples } from '#app/models/ranker/examples.ts'
import { queriesFromBaskets, queriesOfUnsold, type Place, type LabelledQuery } from '#app/models/ranker/labelled-queries.ts'
import { trainRanker, type Trained } from '#app/models/ranker/train-ranker.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { replayOf } from './replay.ts'

/** A place, whether the shopper's past is known there, and whether the products given were never sold. */
export interface Setting {
  readonly place: Place
  readonly known: boolean
  readonly unsold: boolean
}

/** An order that was learnt, and the queries by which it was fitted and of which it had learnt nothing. */
export interface Evaluated {
  readonly fitted: Trained
  readonly heldOut: readonly LabelledQuery[]
}

/** What was known before a shop's last weeks, and what they taught, by the setting's name. */
export interface Replayed {
  readonly known: Knowledge
  readonly space: Workspace
  readonly evaluated: ReadonlyMap<string, Evaluated>
}

const QUESTIONS = 4_000

export const nameOf = ({ place, known, unsold }: Setting) => `${place}${known ? '-known' : ''}${unsold ? '-unsold' : ''}`

/** Learns how to rank by replaying the shop's last weeks: what was known before them, labelled what was bought in them. */
export function replayLast(log: BasketLog, facts: Facts, settings: readonly Setting[]): Replayed {
  const { before, after } = replayOf(log)
  const known = buildKnowledge(before, facts)
  const space = makeSpace(known)
  const seen = (item: number) => known.popularity.ever[item]! > 0
  const evaluated = settings.map((setting) => {
    const isKnown = (customer: number) => !setting.known || hasPast(known, customer)
    const queries = setting.unsold
      ? inTurn(queriesOfUnsold(after, seen, QUESTIONS / 2), queriesFromBaskets(after, setting.place, seen, isKnown, QUESTIONS / 2))
      : queriesFromBaskets(after, setting.place, seen, isKnown, QUESTIONS)
    const labelled = queries.map(({ query, relevant }) => ({
      query: { ...query, customer: setting.known ? query.customer : -1, unsold: setting.unsold },
      relevant,
    }))
    const { examples, queryOf } = collectExamples(known, space, labelled)
    const fitted = trainRanker(examples)
    return [nameOf(setting), { fitted, heldOut: labelled.slice(queryOf[fitted.trainedOn] ?? labelled.length) }] as const
  })
  return { known, space, evaluated: new Map(evaluated) }
}

/** New products are few and of one season, so what sold before is labelled as if it were new, too; in turn, as both must be fitted. */
function inTurn(fresh: readonly LabelledQuery[], sold: readonly LabelledQuery[]): LabelledQuery[] {
  return Array.from({ length: Math.max(fresh.length, sold.length) }, (_, at) => [fresh[at], sold[at]])
    .flat()
    .filter((question) => question !== undefined)
}
