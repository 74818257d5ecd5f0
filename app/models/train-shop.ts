import { makeSpace } from '#app/models/candidates/basket-space.ts'
import { collectCandidates } from '#app/models/candidates/collect-candidates.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import { listPages, type PageLists } from '#app/models/candidates/page-lists.ts'
import { rankPage } from '#app/models/candidates/rank-page.ts'
import { grade } from '#app/models/evaluation/grade.ts'
import { nameOf, replayLast, type Setting } from '#app/models/evaluation/replay-last.ts'
import type { Report } from '#app/models/evaluation/report.ts'
import { stillHolds, type TrainedRankers } from '#app/models/evaluation/trained-rankers.ts'
import { countCoBuyers } from '#app/models/pairs/co-buyers.ts'
import type { LabelledQuery } from '#app/models/ranker/labelled-queries.ts'
import { order, type Ranker } from '#app/models/ranker/ranker.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import type { CustomerLists } from './customers/customer-lists.ts'
import { listCustomers } from './customers/list-customers.ts'
import { estimateRepurchases } from './customers/repurchases.ts'
import { buildKnowledge, type Facts } from './knowledge.ts'

/** What the catalogue says of each product of a log. */
export interface CatalogFeatures {
  readonly texts: readonly string[]
  /** In any one unit; NaN where unknown. */
  readonly prices: Float32Array
  /** A number for each type. */
  readonly types: Int32Array
}

/** What a shop is taught by. */
export interface TrainingInput {
  readonly log: BasketLog
  /** Shopify's id of each customer of the log. */
  readonly customerIds: Float64Array
  readonly features: CatalogFeatures
  /** What it was taught before, if anything. */
  readonly before: TrainedRankers | null
  /** 1 for each customer of the log who is held out of what is personal; absent: nobody is. */
  readonly heldOut?: Uint8Array
}

export interface TrainedShop {
  readonly lists: PageLists
  readonly report: Report
  readonly ranker: Ranker
  readonly next: Ranker
  readonly customers: CustomerLists
}

/** What is done one after the other. */
export type TrainingStep = 'comparing' | 'learning' | 'listing'

/** Pages are drawn once for everybody. */
const EVERYBODY: Setting = { place: 'product-page', known: false, unsold: false }
/** Customers who came back, asked nothing. */
const RETURNING: Setting = { place: 'home', known: true, unsold: false }
const LOOK_ALIKES = 50

/**
 * Learns from a shop's orders what stands beside each product, and how good that is. All counts are taken anew; how they add
 * up is kept while it still holds. `clock` tells milliseconds, for the report alone; `tell` hears what is being done.
 */
export function trainShop(
  { log, customerIds, features, before, heldOut }: TrainingInput,
  clock: () => number,
  tell: (step: TrainingStep) => void,
): TrainedShop {
  const { types, texts, prices } = features
  tell('comparing')
  const facts = { prices, looks: findLookAlikes(texts, LOOK_ALIKES) }
  const { ranker, next, verdict } = before && stillHolds(before, log) ? before : compareModels(log, facts, types, clock)
  tell('learning')
  const known = buildKnowledge(log, facts)
  tell('listing')
  const space = makeSpace(known)
  const repurchases = estimateRepurchases(log, known.histories.trails)
  const lists = listPages({ known, space, ranker, coBuyers: countCoBuyers(log), types }, repurchases)
  const customers = listCustomers({ known, space, ranker: next, repurchases }, customerIds, heldOut)
  const pages = lists.starts.reduce((sum, start, at) => sum + (at > 0 && start > lists.starts[at - 1]! ? 1 : 0), 0)
  return { lists, report: { ...verdict, orders: lists.orders, products: log.products.length, pages }, ranker, next, customers }
}

/** Replays the last weeks; what was known before them is forgotten again. */
function compareModels(log: BasketLog, facts: Facts, types: Int32Array, clock: () => number): TrainedRankers {
  const { known, space, evaluated } = replayLast(log, facts, [EVERYBODY, RETURNING])
  const { fitted, heldOut } = evaluated.get(nameOf(EVERYBODY))!
  const next = evaluated.get(nameOf(RETURNING))!.fitted.ranker
  const { ranker, tried, best } = fitted
  const chosen = tried.find(({ name }) => name === best)
  const learnt = { at: log.now, orders: log.starts.length - 1 }
  if (!chosen) return { ranker, next, verdict: { learnt, replay: null, models: [], serves: null, shown: null } }
  const sold = known.popularity.ever
  const models = tried.map(({ name, ranker: one }) => {
    const answer = ({ query }: LabelledQuery) => {
      collectCandidates(known, space, query)
      order(one, space)
    }
    return { name, grade: grade(heldOut, answer, space, sold, clock) }
  })
  const sources = { known, space, ranker: chosen.ranker, coBuyers: countCoBuyers(known.histories.log), types }
  const shown = grade(heldOut, ({ query }) => rankPage(sources, query.given[0]!), space, sold, clock)
  return {
    ranker,
    next,
    verdict: {
      learnt,
      replay: { from: known.histories.log.now, to: log.now },
      models: models.toSorted((a, b) => b.grade.gain.mean - a.grade.gain.mean),
      serves: chosen.name,
      shown,
    },
  }
}
