import type { ProductId } from '#app/commerce/ids.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { StoredView } from './sentence-views.ts'

/** A word that a model would like to use, and that nobody has said to be true. */
export interface Question {
  readonly locale: CopyLocale
  /** Folded. */
  readonly word: string
  readonly products: readonly ProductId[]
  /** A sentence that it stands in. */
  readonly example: string
}

/** What a person must be asked before sentences can be approved, the word that is wanted for most products first. */
export function questionsIn(kept: readonly StoredView[], locale: CopyLocale): Question[] {
  const byWord = new Map<string, { readonly products: Set<ProductId>; readonly example: string }>()
  for (const { words, fault, state, about, locale: of } of kept) {
    if (of !== locale || state !== 'waiting' || fault?.kind !== 'unknown-words' || !about) continue
    for (const word of fault.words) {
      const question = byWord.get(word) ?? { products: new Set<ProductId>(), example: words }
      for (const product of about.keys()) question.products.add(product)
      byWord.set(word, question)
    }
  }
  return [...byWord]
    .map(([word, { products, example }]) => ({ locale, word, products: [...products], example }))
    .sort((one, other) => other.products.length - one.products.length || (one.word < other.word ? -1 : 1))
}

/** What becomes of a sentence once a person has answered: of a yes nothing is left to ask, of a no it is declined. */
export function answered<Sentence extends StoredView>(sentence: Sentence, word: string, isTrue: boolean): Sentence {
  const { fault } = sentence
  if (sentence.state !== 'waiting' || fault?.kind !== 'unknown-words' || !fault.words.includes(word)) return sentence
  if (!isTrue) return { ...sentence, state: 'declined' }
  const words = fault.words.filter((one) => one !== word)
  return { ...sentence, fault: words.length > 0 ? { kind: 'unknown-words', words } : null }
}
