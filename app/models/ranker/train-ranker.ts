import { column, WIDTH, type Column } from '#app/models/candidates/columns.ts'
import { boost } from '#app/models/trees/boost.ts'
import { sliceExamples, type Examples } from './examples.ts'
import { fitSum } from './fit-sum.ts'
import { ndcg, PLACES } from './ndcg.ts'
import { asRanker, scoreOf, type Ranker } from './ranker.ts'

export type FittedRanker = Exclude<Ranker, { kind: 'nothing' }>

/** Fewer questions cannot tell a better order from a luckier one. */
const FEWEST_QUERIES = 30
/** Below this many, trees learn the questions by heart. */
const FEWEST_FOR_TREES = 200
/** From this many on, what the judges' share could teach in addition is not worth a second fitting. */
const PLENTY = 2_000
const VALIDATION_SHARE = 0.25
const SINGLES: readonly Column[] = [
  'walk',
  'dampedWalk',
  'cosine',
  'surprise',
  'regression',
  'likeness',
  'often',
  'oftenByBasket',
  'alike',
  'week',
]

/** A way to order that was learnt without the questions by which it was judged. */
export interface Trial {
  /** 'trees', 'sum', or the column that one model alone goes by. */
  readonly name: string
  readonly ranker: FittedRanker
  /** NDCG@10 on the questions kept back for judging. */
  readonly score: number
}

export interface Trained {
  readonly ranker: Ranker
  readonly tried: readonly Trial[]
  /** The name of the one that did best, which `ranker` is, learnt once more from all questions where these are few; none of nothing. */
  readonly best?: string
  /** The first so many examples were learnt from, the others judged; all, where they were too few to judge. */
  readonly trainedOn: number
}

/** Learns an order from most questions, judges it by the rest, and takes what did best: trees, a sum, or one model alone. */
export function trainRanker(examples: Examples): Trained {
  const count = examples.starts.length - 1
  if (count < FEWEST_QUERIES) return { ranker: { kind: 'nothing' }, tried: [], trainedOn: count }
  const cut = Math.floor(count * (1 - VALIDATION_SHARE))
  const training = sliceExamples(examples, 0, cut)
  const judges = sliceExamples(examples, cut, count)
  const fits: ((from: Examples) => FittedRanker)[] = [
    ...(count >= FEWEST_FOR_TREES ? [(from: Examples): FittedRanker => asRanker(boost(from).grown)] : []),
    (from) => ({ kind: 'sum', weights: fitSum(from) }),
    ...SINGLES.filter((by) => speaks(by, training)).map((by) => (): FittedRanker => ({ kind: 'single', by })),
  ]
  const tried = fits.map((fit) => {
    const ranker = fit(training)
    return { fit, name: ranker.kind === 'single' ? ranker.by : ranker.kind, ranker, score: judge(ranker, judges) }
  })
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a))
  return {
    ranker: count < PLENTY ? best.fit(examples) : best.ranker,
    best: best.name,
    tried,
    trainedOn: cut,
  }
}

/** Whether a column is ever anything. */
function speaks(by: Column, { x, width }: Examples): boolean {
  for (let at = column[by]; at < x.length; at += width) if (x[at]! !== 0) return true
  return false
}

/** Mean NDCG@10. */
function judge(ranker: FittedRanker, { starts, x, labels: hits, relevant: right }: Examples): number {
  let sum = 0
  for (let question = 0; question < right.length; question++) {
    const rows = Array.from({ length: starts[question + 1]! - starts[question]! }, (_, nth) => starts[question]! + nth)
    const scores = new Map(rows.map((row) => [row, scoreOf(ranker, x, row * WIDTH)]))
    rows.sort((a, b) => scores.get(b)! - scores.get(a)!)
    sum += ndcg(
      rows.slice(0, PLACES).map((row) => hits[row] === 1),
      right[question]!,
    )
  }
  return sum / right.length
}
