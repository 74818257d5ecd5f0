import { z } from 'zod'

/** A stretch of the sentence, half open, and the part of a rule of which a model says that it stands for that. */
export interface Claim {
  readonly from: number
  readonly to: number
  /** The part as JSON. */
  readonly part: string
}

const MOST_CLAIMS = 60
/** More words at a time say that all of a sentence is somewhere, which tells nobody anything. */
const MOST_WORDS = 6

const claim = z.object({ words: z.string().trim().min(1).max(200), where: z.string().max(200) })

/** What a model says stands where, as far as it can be held against both: words that are in the sentence, and a part that the rule has. */
export function claimsIn(says: readonly unknown[], sentence: string, rule: object): Claim[] {
  return says.slice(0, MOST_CLAIMS).flatMap((one) => {
    const read = claim.safeParse(one)
    if (!read.success || read.data.words.split(/\s+/).length > MOST_WORDS) return []
    const part = partAt(rule, read.data.where)
    return part === undefined ? [] : placesOf(read.data.words, sentence).map((place) => ({ ...place, part }))
  })
}

function partAt(rule: object, path: string): string | undefined {
  let at: unknown = rule
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return JSON.stringify(at)
}

const LETTER = /[\p{L}\p{M}\d]/u

/** Where the words stand in the sentence, whole; upper and lower case are the same, where they take as many letters. */
function placesOf(words: string, sentence: string): { readonly from: number; readonly to: number }[] {
  const [all, some] = [plain(sentence), plain(words)]
  const places: { readonly from: number; readonly to: number }[] = []
  for (let from = all.indexOf(some); from >= 0; from = all.indexOf(some, from + 1)) {
    const to = from + some.length
    const isWhole =
      !(LETTER.test(all[from - 1] ?? '') && LETTER.test(some[0]!)) && !(LETTER.test(all[to] ?? '') && LETTER.test(some.at(-1)!))
    if (isWhole) places.push({ from, to })
  }
  return places
}

const plain = (text: string): string => (text.toLowerCase().length === text.length ? text.toLowerCase() : text)
