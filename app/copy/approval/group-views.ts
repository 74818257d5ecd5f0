import { foldWord } from '../facts/facet.ts'
import type { Tone, Topic } from '../sentences/hole.ts'
import type { Example, SentenceView } from './sentence-views.ts'

/** Sentences that differ in the type of product alone, and that are decided on at once. */
export interface SentenceGroup {
  readonly key: string
  readonly facet: Topic
  readonly tone: Tone
  /** The sentence, "…" for the type. */
  readonly pattern: string
  readonly writer: SentenceView['writer']
  readonly state: SentenceView['state']
  readonly sentences: readonly SentenceView[]
  readonly products: number
  readonly withdrawn: number
  readonly examples: readonly Example[]
  readonly outliers: readonly Example[]
}

const MOST_EXAMPLES = 3
const MOST_OUTLIERS = 5

/** Sentences of one pattern, state and writer together, in the order in which the first of each came. */
export function groupViews(views: readonly SentenceView[]): SentenceGroup[] {
  const groups = new Map<string, SentenceView[]>()
  for (const view of views) {
    const key = [view.facet, view.tone, view.writer, view.state, patternOf(view), view.fault ? JSON.stringify(view.fault) : ''].join('\n')
    const group = groups.get(key)
    if (group) group.push(view)
    else groups.set(key, [view])
  }
  return [...groups].map(([key, sentences]) => {
    const [{ facet, tone, writer, state }] = sentences as [SentenceView]
    return {
      ...{ key, facet, tone, writer, state, sentences },
      pattern: patternOf(sentences[0]!),
      products: sum(sentences.map(({ products }) => products)),
      withdrawn: sum(sentences.map(({ withdrawn }) => withdrawn)),
      examples: oneOfEach(sentences.map(({ examples }) => examples)).slice(0, MOST_EXAMPLES),
      outliers: sentences.flatMap(({ outliers }) => outliers).slice(0, MOST_OUTLIERS),
    }
  })
}

function patternOf({ words, type }: SentenceView): string {
  if (type === null || type === '') return words
  const at = foldWord(words).indexOf(foldWord(type))
  // Folding keeps the length of all but a few letters: where it does not, the sentence stands for itself.
  return at < 0 || foldWord(words).length !== words.length ? words : `${words.slice(0, at)}…${words.slice(at + type.length)}`
}

/** The first of each list, then the second of each … */
function oneOfEach<Value>(lists: readonly (readonly Value[])[]): Value[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => (at < list.length ? [list[at]!] : []))).flat()
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
