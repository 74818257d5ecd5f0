import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findLookAlikes } from '#app/models/look-alikes.ts'
import type { Facts } from '#app/models/knowledge.ts'
import type { Place } from '#app/models/questions.ts'
import { makeSpace, rank, trainModels } from '#app/models/train-models.ts'
import type { Bench } from './measuring/outcome.ts'
import { chanceOfNoGain } from './models/bootstrap.ts'
import { readQueries } from './models/questions.ts'
import { readCsv } from './models/read-csv.ts'
import { dayOf, readOrders } from './models/read-orders.ts'
import { meanScore, scoreList } from './models/score.ts'
import { shopDataFor } from './models/shop-data.ts'
import { readSplit } from './models/split.ts'

const PLACES: Readonly<Record<string, Place>> = { one: 'product-page', half: 'cart', next: 'home' }
const LISTED = 20
const METRICS = ['hr4', 'hr10', 'ndcg10', 'recall10'] as const

/**
 * `--data DIR --dataset NAME --task a|b [--kind one|half] [--known] [--stage valid|test] --out FILE [--against FILE]`: trains
 * by the folder's `split.json`, answers its questions through the function that shops use, and writes the answers as a scorer
 * reads them. `--against` compares with another's answers to the same questions.
 */
export const run: Bench = async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      dataset: { type: 'string' },
      task: { type: 'string', default: 'a' },
      kind: { type: 'string' },
      known: { type: 'boolean', default: false },
      stage: { type: 'string', default: 'test' },
      out: { type: 'string' },
      against: { type: 'string' },
    },
  })
  const stage = values.stage === 'valid' ? 'valid' : 'test'
  const folder = join(values.data ?? '', values.dataset ?? '')
  const split = readSplit(folder)
  const shop = shopDataFor(readOrders(folder, split), split, stage)
  const next = values.task === 'b'
  const kinds = next ? ['next'] : values.kind ? [values.kind] : ['one', 'half']
  const settings = kinds.flatMap((kind) => {
    const place = PLACES[kind]!
    return [...(next ? [] : [{ place, known: false }]), ...(next || values.known ? [{ place, known: true }] : [])]
  })

  const began = performance.now()
  const models = trainModels(shop.log, readFacts(folder, shop.names), settings)
  const figures: Record<string, number> = { train_s: (performance.now() - began) / 1_000 }
  const space = makeSpace(models.knowledge)
  const queries = readQueries(folder, next ? 'b' : 'a', stage)
  const lines: string[] = []
  const peer = values.against ? readAnswers(values.against) : undefined
  for (const kind of kinds) {
    const place = PLACES[kind]!
    const asked = queries.filter((query) => next || query.kind === kind)
    const took: number[] = []
    const answers = asked.map(({ given, customer, timestamp }) => {
      const ask = {
        given: given.flatMap((name) => shop.indexOf.get(name) ?? []),
        customer: next || values.known ? (shop.customerOf.get(customer) ?? -1) : -1,
        at: timestamp === '' ? shop.log.now + 1 : dayOf(timestamp),
      }
      const start = performance.now()
      rank(models, space, place, ask)
      took.push((performance.now() - start) * 1_000)
      return Array.from({ length: Math.min(LISTED, space.ranked.size) }, (_, nth) => shop.names[space.ranked.items[nth]!]!)
    })
    const scores = asked.map(({ target }, at) => scoreList(answers[at]!, target))
    for (const [name, value] of Object.entries(meanScore(scores))) figures[`${kind}_${name}`] = value
    took.sort((a, b) => a - b)
    figures[`${kind}_p50_us`] = took[took.length >> 1] ?? 0
    figures[`${kind}_p99_us`] = took[Math.floor(took.length * 0.99)] ?? 0
    for (const [at, { id }] of asked.entries()) lines.push(`${id},${answers[at]!.join(' ')}`)
    if (peer) {
      const theirs = asked.map(({ id, target }) => scoreList(peer.get(id) ?? [], target))
      for (const name of METRICS) {
        const of = (list: typeof scores) => list.map((score) => score[name])
        figures[`${kind}_${name}_peer`] = meanScore(theirs)[name]
        figures[`${kind}_${name}_p`] = chanceOfNoGain(of(scores), of(theirs))
      }
    }
  }
  for (const [name, { ranker, scores }] of models.rankers) console.log(name, ranker.kind, scores)
  if (values.out) writeFileSync(values.out, `${lines.join('\n')}\n`)
  figures['peak_mb'] = process.resourceUsage().maxRSS / 1_024
  return {
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))])),
    baseline: {},
    misses: [],
  }
}

function readFacts(folder: string, names: readonly string[]): Facts {
  const file = join(folder, 'items.csv.gz')
  const rows = new Map((existsSync(file) ? [...readCsv(file)] : []).map((row) => [row['item_id']!, row]))
  const texts = names.map((name) => `${rows.get(name)?.['title'] ?? ''} ${rows.get(name)?.['category'] ?? ''}`)
  return { looks: findLookAlikes(texts, 50), prices: Float32Array.from(names, (name) => Number(rows.get(name)?.['price'] || NaN)) }
}

function readAnswers(path: string): Map<string, readonly string[]> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return new Map(lines.map((line) => line.split(',')).map(([id = '', list = '']) => [id, list.split(' ')]))
}
