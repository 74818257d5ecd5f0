import { keepLargest, makeHeap, sortLargest } from './keep-largest.ts'

/** Products whose words resemble each product's: those of product p at `p * width` onward, `degree[p]` of them, nearest first. */
export interface LookAlikes {
  readonly width: number
  readonly degree: Uint8Array
  readonly neighbours: Uint32Array
  /** Cosine, in (0, 1]. */
  readonly likeness: Float32Array
}

/** A text's words, their pairs, and their pieces of three and four letters, each once. */
function* termsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const [at, word] of words.entries()) {
    yield `w${word}`
    if (at > 0) yield `b${words[at - 1]} ${word}`
    const fenced = `_${word}_`
    for (const length of [3, 4]) for (let from = 0; from + length <= fenced.length; from++) yield fenced.slice(from, from + length)
  }
}

/** How much a piece of a word counts beside a word. */
const PIECE = 0.7
/** A term in more than this share of all texts says nothing, and costs the most. */
const COMMONEST = 0.05

/** Term weights of texts: TF-IDF, each text of length one. */
function weighTerms(texts: readonly string[]) {
  const ids = new Map<string, number>()
  const counts = texts.map((text) => {
    const times = new Map<number, number>()
    for (const term of termsOf(text)) {
      let id = ids.get(term)
      if (id === undefined) ids.set(term, (id = ids.size))
      times.set(id, (times.get(id) ?? 0) + 1)
    }
    return times
  })
  const spread = new Float64Array(ids.size)
  for (const times of counts) for (const id of times.keys()) spread[id]! += 1
  const importance = new Float64Array(ids.size)
  for (const [term, id] of ids) {
    const common = spread[id]! > Math.max(texts.length * COMMONEST, 20)
    importance[id] = common ? 0 : (/^[wb]/.test(term) ? 1 : PIECE) * (Math.log((1 + texts.length) / (1 + spread[id]!)) + 1)
  }
  const rows = counts.map((times) => {
    const row = [...times]
      .map(([id, count]) => ({ id, weight: (1 + Math.log(count)) * importance[id]! }))
      .filter(({ weight }) => weight > 0)
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0))
    return row.map(({ id, weight }) => ({ id, weight: weight / length }))
  })
  return { rows, terms: ids.size }
}

/** For each text the `width` most alike among the first so many. */
export function findLookAlikes(texts: readonly string[], width: number, among = texts.length): LookAlikes {
  const { rows, terms } = weighTerms(texts)
  const starts = new Uint32Array(terms + 1)
  for (const row of rows.slice(0, among)) for (const { id } of row) starts[id + 1]! += 1
  for (let id = 0; id < terms; id++) starts[id + 1]! += starts[id]!
  const next = starts.slice()
  const holders = new Uint32Array(starts[terms]!)
  const weights = new Float32Array(starts[terms]!)
  for (const [text, row] of rows.slice(0, among).entries()) {
    for (const { id, weight } of row) {
      holders[next[id]!] = text
      weights[next[id]!++] = weight
    }
  }
  const degree = new Uint8Array(texts.length)
  const neighbours = new Uint32Array(texts.length * width)
  const likeness = new Float32Array(texts.length * width)
  const sums = new Float32Array(texts.length)
  const touched = new Uint32Array(texts.length)
  const heap = makeHeap(width)
  for (const [text, row] of rows.entries()) {
    let reached = 0
    for (const { id, weight } of row) {
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        const other = holders[at]!
        if (sums[other] === 0) touched[reached++] = other
        sums[other]! += weight * weights[at]!
      }
    }
    heap.size = 0
    for (let nth = 0; nth < reached; nth++) {
      const other = touched[nth]!
      if (other !== text) keepLargest(heap, other, sums[other]!)
      sums[other] = 0
    }
    sortLargest(heap)
    degree[text] = heap.size
    neighbours.set(heap.items.subarray(0, heap.size), text * width)
    likeness.set(heap.values.subarray(0, heap.size), text * width)
  }
  return { width, degree, neighbours, likeness }
}
