import { AMOUNTS, type Pattern } from './amounts.ts'
import type { Item, Meaning } from './item.ts'
import type { NamesFound } from './named.ts'
import { FILLERS, PHRASES } from './phrases.ts'
import { wordsOf } from './words.ts'

interface Match {
  readonly means: readonly Meaning[]
  readonly to: number
}

/**
 * A sentence in stretches, from left to right: at each word the longest of what the shop's names, amounts and ways of saying would take.
 */
export function itemsIn(sentence: string, names: NamesFound, currency: string): Item[] {
  const words = wordsOf(sentence)
  const plain = sentence.toLowerCase().replaceAll('’', "'")
  const items: Item[] = []
  for (let at = 0; at < words.length;) {
    const { from, to, text } = words[at]!
    const isSecondLabel = items.at(-1)?.kind === 'and' && items.at(-2)?.kind === 'join'
    const named = (isSecondLabel ? names.labelAt(words, at) : undefined) ?? names.at(words, at)
    const byName: Match | undefined = named && { means: [named.means], to: words[at + named.words - 1]!.to }
    const byPhrase = longest([...AMOUNTS, ...PHRASES], plain, from, currency)
    const best = longer(byPhrase, byName) ?? { means: [signOf(text)], to }
    for (const means of best.means) items.push({ ...means, from, to: best.to })
    while (at < words.length && words[at]!.from < best.to) at += 1
  }
  return withoutLeadingNouns(items)
}

/** Of what takes as much, the phrase: "on sale" is no tag. */
const longer = (phrase: Match | undefined, name: Match | undefined) =>
  !phrase || (name && name.to > phrase.to) ? (name ?? phrase) : phrase

function longest(patterns: readonly Pattern[], plain: string, from: number, currency: string): Match | undefined {
  let best: Match | undefined
  for (const { says, read } of patterns) {
    says.lastIndex = from
    const match = says.exec(plain)
    if (!match || from + match[0].length <= (best?.to ?? 0)) continue
    const means = read(match, currency)
    if (means)
      best = { means: Array.isArray(means) ? (means as readonly Meaning[]) : [means as Meaning], to: from + match[0].trimEnd().length }
  }
  return best
}

function signOf(text: string): Meaning {
  if (text === ':' || text === '→' || text === '->') return { kind: 'colon' }
  if (text === ',' || text === ';' || text === '(' || text === ')') return { kind: 'comma' }
  if (!/[\p{L}\d]/u.test(text) || FILLERS.has(text.toLowerCase())) return { kind: 'filler' }
  return { kind: 'unknown' }
}

/** In "phone charger" the first noun only says of what kind the second is. */
function withoutLeadingNouns(items: readonly Item[]): Item[] {
  return items.map((item, at) => {
    const next = items[at + 1]
    const isLeading = item.kind === 'fact' && item.isHead && item.fact.kind === 'type' && next?.kind === 'fact' && next.isHead
    return isLeading ? { kind: 'filler', from: item.from, to: item.to } : item
  })
}
