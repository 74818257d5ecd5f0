import { makeSpace } from '#app/models/candidates/basket-space.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { hasPast, learn, type Facts, type Knowledge } from '#app/models/knowledge.ts'
import { gatherExamples } from '#app/models/ranker/examples.ts'
import { learnRanker, type Judged } from '#app/models/ranker/learn-ranker.ts'
import { askBaskets, askUnsold, type Place, type Question } from '#app/models/ranker/questions.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { replayOf } from './replay.ts'

/** A place, whether the shopper's past is known there, and whether the products given were never sold. */
export interface Setting {
  readonly place: Place
  readonly known: boolean
  readonly unsold: boolean
}

/** An order that was learnt, and the questions by which it was judged and of which it had learnt nothing. */
export interface Lesson {
  readonly judged: Judged
  readonly exam: readonly Question[]
}

/** What was known before a shop's last weeks, and what they taught, by the setting's name. */
export interface Replayed {
  readonly known: Knowledge
  readonly space: Workspace
  readonly lessons: ReadonlyMap<string, Lesson>
}

const QUESTIONS = 4_000

export const nameOf = ({ place, known, unsold }: Setting) => `${place}${known ? '-known' : ''}${unsold ? '-unsold' : ''}`

/** Learns how to rank by replaying the shop's last weeks: what was known before them, asked what was bought in them. */
export function replayLast(log: BasketLog, facts: Facts, settings: readonly Setting[]): Replayed {
  const { before, after } = replayOf(log)
  const known = learn(before, facts)
  const space = makeSpace(known)
  const seen = (item: number) => known.popularity.ever[item]! > 0
  const lessons = settings.map((setting) => {
    const heard = (customer: number) => !setting.known || hasPast(known, customer)
    const questions = setting.unsold
      ? inTurn(askUnsold(after, seen, QUESTIONS / 2), askBaskets(after, setting.place, seen, heard, QUESTIONS / 2))
      : askBaskets(after, setting.place, seen, heard, QUESTIONS)
    const asked = questions.map(({ ask, right }) => ({
      ask: { ...ask, customer: setting.known ? ask.customer : -1, unsold: setting.unsold },
      right,
    }))
    const { examples, questionOf } = gatherExamples(known, space, asked)
    const judged = learnRanker(examples)
    return [nameOf(setting), { judged, exam: asked.slice(questionOf[judged.lessons] ?? asked.length) }] as const
  })
  return { known, space, lessons: new Map(lessons) }
}

/** New products are few and of one season, so what sold before is asked as if it were new, too; in turn, as both must be judged. */
function inTurn(fresh: readonly Question[], sold: readonly Question[]): Question[] {
  return Array.from({ length: Math.max(fresh.length, sold.length) }, (_, at) => [fresh[at], sold[at]])
    .flat()
    .filter((question) => question !== undefined)
}
