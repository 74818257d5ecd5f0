import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeSpace } from '#app/models/candidates/basket-space.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import { listCustomers } from '#app/models/customers/list-customers.ts'
import { listNext } from '#app/models/customers/list-next.ts'
import { estimateRepurchases } from '#app/models/customers/repurchases.ts'
import { hasPast, buildKnowledge } from '#app/models/knowledge.ts'
import type { Place } from '#app/models/ranker/labelled-queries.ts'
import { informativeCodes } from '#app/models/sessions/informative-codes.ts'
import { rankUnsold } from '#app/models/sessions/rank-unsold.ts'
import { trainRankers, rank } from '#app/models/sessions/train-models.ts'
import { selectBaskets } from '#app/signals/basket-log.ts'
import type { Answered } from './compare.ts'
import { readQueries } from './questions.ts'
import { readCsv } from './read-csv.ts'
import { dayOf, readOrders } from './read-orders.ts'
import { serveNext } from './serve-next.ts'
import { shopDataFor } from './shop-data.ts'
import { readSplit, type Part } from './split.ts'

export interface BasketTask {
  readonly file: 'a' | 'b'
  /** Kinds of questions, as the file names them; `next` for next baskets, which have no kind. */
  readonly kinds: readonly string[]
  /** Whether a customer's earlier orders may be used. */
  readonly known: boolean
  /** The share of the newest orders that the kept order of candidates was learnt without, as between two full trainings. */
  readonly late: number
  /** Whether next baskets are answered as the storefront door does, from lists of the last night. */
  readonly served: boolean
}

const PLACES: Readonly<Record<string, Place>> = {
  one: 'product-page',
  half: 'cart',
  next: 'home',
  coldq: 'product-page',
  coldt: 'product-page',
}
const LISTED = 20
const LOOK_ALIKES = 50

/** Trains on a folder's orders and answers its questions, kind by kind. */
export function answerBaskets(folder: string, stage: Part, { file, kinds, known, late, served }: BasketTask) {
  const split = readSplit(folder)
  const { log, names, indexOf, customerOf } = shopDataFor(readOrders(folder, split), split, stage)
  const settings = kinds
    .filter((kind) => kind !== 'coldt')
    .flatMap((kind) => {
      const place = PLACES[kind]
      if (!place) throw new Error(`There is no kind “${kind}”. There are: ${Object.keys(PLACES).join(', ')}.`)
      const unsold = kind === 'coldq'
      return [...(file === 'a' ? [{ place, known: false, unsold }] : []), ...(known ? [{ place, known: true, unsold }] : [])]
    })
  const facts = readFacts(folder, names)
  const began = performance.now()
  const taught = Math.ceil(log.at.length * (1 - late))
  const earlier = late > 0 ? selectBaskets(log, (basket) => basket < taught, log.at[taught - 1]!) : log
  const rankers = trainRankers(earlier, facts, settings)
  const compared = performance.now()
  const models = { knowledge: buildKnowledge(log, facts), rankers }
  const ended = performance.now()
  for (const [name, { best, tried }] of models.rankers)
    console.log(name, best, Object.fromEntries(tried.map((one) => [one.name, one.score])))

  const nameAt = (item: number) => names[item] ?? facts.unsold[item - names.length]!
  const space = makeSpace(models.knowledge)
  const sources = {
    known: models.knowledge,
    space,
    ranker: rankers.get('home-known')?.ranker ?? ({ kind: 'nothing' } as const),
    repurchases: estimateRepurchases(log, models.knowledge.histories.trails),
  }
  const ids = Float64Array.from({ length: log.customerCount }, (_, at) => at + 1)
  const door = served ? serveNext(listCustomers(sources, ids), names.length) : undefined
  const nextOf = (customer: number, at: number) => (door ? door(customer + 1, at) : listNext(sources, customer, at).map(({ item }) => item))
  const looks = kinds.includes('coldt') ? facts.looksByCode() : facts.looks
  const queries = readQueries(folder, file, stage)
  const answered = kinds.map((kind) => {
    const asked = queries.filter((query) => file === 'b' || query.kind === kind)
    return asked.map(({ id, given, target, customer, timestamp }): Answered => {
      const ask = {
        given: given.flatMap((name) => indexOf.get(name) ?? facts.unsoldOf.get(name) ?? []),
        unsold: kind === 'coldq',
        customer: known ? (customerOf.get(customer) ?? -1) : -1,
        at: timestamp === '' ? log.now + 1 : dayOf(timestamp),
      }
      let next: readonly number[] | undefined
      const start = performance.now()
      if (kind === 'coldt') rankUnsold(models.knowledge, looks, space, facts.unsold.length, ask.given)
      else if (kind === 'next' && hasPast(models.knowledge, ask.customer)) next = nextOf(ask.customer, ask.at)
      else rank(models, space, PLACES[kind]!, ask)
      const took = (performance.now() - start) * 1_000
      const items = next ?? [...space.ranked.items.subarray(0, space.ranked.size)]
      const list = items.slice(0, LISTED).map(nameAt)
      return { id, list, target, took }
    })
  })
  return { seconds: { train_s: (ended - began) / 1_000, update_s: (ended - compared) / 1_000 }, answered }
}

/** What the folder says of the products sold, by their index, and after them of those that it names and nobody had bought. */
function readFacts(folder: string, sold: readonly string[]) {
  const file = join(folder, 'items.csv.gz')
  const rows = new Map((existsSync(file) ? [...readCsv(file)] : []).map((row) => [row['item_id']!, row]))
  const known = new Set(sold)
  const unsold = [...rows.keys()].filter((name) => !known.has(name))
  const names = [...sold, ...unsold]
  const texts = names.map((name) => `${rows.get(name)?.['title'] ?? ''} ${rows.get(name)?.['category'] ?? ''}`)
  return {
    looks: findLookAlikes(texts, LOOK_ALIKES, sold.length),
    /** By words and, where they tell anything, by the names, which are the shop's codes. */
    looksByCode: () => {
      const codes = informativeCodes(texts, names)
      return findLookAlikes(
        texts.map((text, at) => `${text} ${codes[at]!}`),
        LOOK_ALIKES,
        sold.length,
      )
    },
    prices: Float32Array.from(names, (name) => Number(rows.get(name)?.['price'] || NaN)),
    unsold,
    unsoldOf: new Map(unsold.map((name, at) => [name, sold.length + at])),
  }
}
