import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Ask } from './ask.ts'
import { WIDTH } from './columns.ts'
import { gatherExamples } from './examples.ts'
import { gather } from './gather.ts'
import { learn, type Facts, type Knowledge } from './knowledge.ts'
import { learnRanker, type Judged } from './learn-ranker.ts'
import { askBaskets, askUnsold, type Place } from './questions.ts'
import { order } from './ranker.ts'
import { replayOf } from './replay.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** A place, whether the shopper's past is known there, and whether the products given were never sold. */
export interface Setting {
  readonly place: Place
  readonly known: boolean
  readonly unsold: boolean
}

/** Everything learnt of a shop, ready to be asked. */
export interface Models {
  readonly knowledge: Knowledge
  readonly rankers: ReadonlyMap<string, Judged>
}

/** Candidates looked at closely: while learning, and for a shopper. */
const CANDIDATES = 120
/** Customers alike that are listened to. */
const ALIKE = 100
const QUESTIONS = 4_000
/** Where fewer products were new in the last weeks, what sold before is asked as if it were new. */
const FEWEST_FRESH = 200

const nameOf = ({ place, known, unsold }: Setting) => `${place}${known ? '-known' : ''}${unsold ? '-unsold' : ''}`

/**
 * Learns how to rank by replaying the shop's last weeks (what was known before them, asked what was bought in them), then
 * learns the models again from everything.
 */
export function trainModels(log: BasketLog, facts: Facts, settings: readonly Setting[]): Models {
  const { before, after } = replayOf(log)
  const then = learn(before, facts)
  const space = makeSpace(then)
  const seen = (item: number) => then.popularity.ever[item]! > 0
  const rankers = settings.map((setting) => {
    const heard = (customer: number) => !setting.known || hasPast(then, customer)
    const fresh = setting.unsold ? askUnsold(after, seen, QUESTIONS) : []
    const questions = fresh.length >= FEWEST_FRESH ? fresh : askBaskets(after, setting.place, seen, heard, QUESTIONS)
    const asked = questions.map(({ ask, right }) => ({
      ask: { ...ask, customer: setting.known ? ask.customer : -1, unsold: setting.unsold },
      right,
    }))
    return [nameOf(setting), learnRanker(gatherExamples(then, space, asked))] as const
  })
  return { knowledge: learn(log, facts), rankers: new Map(rankers) }
}

function hasPast({ habits: { trails } }: Knowledge, customer: number): boolean {
  return customer >= 0 && trails.from[customer]! < trails.from[customer + 1]!
}

/** Room to answer one question after the other in. */
export function makeSpace({ popularity, habits }: Knowledge): Workspace {
  return makeWorkspace({
    products: popularity.ever.length,
    others: habits.log.customerCount,
    candidates: CANDIDATES,
    alike: ALIKE,
    width: WIDTH,
  })
}

/** The order that was learnt for an ask in a place: for those whose past is known if there is one, else for strangers. */
export function rankerFor({ knowledge, rankers }: Models, place: Place, ask: Ask): Judged {
  const { unsold } = ask
  const known = hasPast(knowledge, ask.customer) ? rankers.get(nameOf({ place, known: true, unsold })) : undefined
  return known ?? rankers.get(nameOf({ place, known: false, unsold })) ?? { ranker: { kind: 'nothing' }, scores: {} }
}

/** Answers an ask: afterwards `space.ranked` holds products (indexes of the log's) and scores, best first. */
export function rank(models: Models, space: Workspace, place: Place, ask: Ask): void {
  gather(models.knowledge, space, ask)
  order(rankerFor(models, place, ask).ranker, space)
}
