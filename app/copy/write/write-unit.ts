import { checkSentence } from '../checks/check-sentence.ts'
import type { Checked } from '../checks/checked.ts'
import type { CopyFault } from '../checks/copy-fault.ts'
import { promptFor, type Corrected, type Prompt } from './prompt.ts'
import { readDrafts, type Draft } from './read-drafts.ts'
import type { WritingUnit } from './writing-units.ts'

/** At most so many times is a model told what is wrong. */
const MOST_ROUNDS = 3

/** What a model has answered, and what that has cost in tokens, in and out. */
export interface Answered {
  readonly text: string
  readonly tokens: number
}

export interface Written {
  /** Nothing is wrong with these: a person may be asked to approve them. */
  readonly sentences: readonly Draft[]
  /** In these nothing is wrong but words that nobody has approved. */
  readonly questions: readonly (Draft & { readonly fault: Extract<CopyFault, { readonly kind: 'unknown-words' }> })[]
}

/**
 * Has a model write about a type of product and mend what the checks refuse, three rounds at the most. `ask` is undefined where nothing more
 * may be spent: what is good by then stands. Throws what `ask` throws.
 */
export async function writeUnit(
  unit: WritingUnit,
  known: Omit<Checked, 'facet' | 'locale' | 'product'>,
  ask: (prompt: Prompt) => Promise<Answered | undefined>,
): Promise<Written> {
  const good = new Map<string, Draft>()
  const questions = new Map<string, Written['questions'][number]>()
  let wrong: Corrected[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answered = await ask(promptFor(unit, wrong))
    if (!answered) break
    wrong = []
    for (const draft of readDrafts(answered.text)) {
      const faults = unit.facets.includes(draft.facet)
        ? checkSentence(draft.words, { ...known, facet: draft.facet, locale: unit.locale, product: { title: '', type: unit.type } })
        : [{ kind: 'no-fact', facet: draft.facet } as const]
      const [fault] = faults
      if (!fault) good.set(`${draft.facet}/${draft.tone}/${draft.words}`, draft)
      else wrong.push({ draft, faults })
      if (fault?.kind === 'unknown-words' && faults.length === 1) questions.set(`${draft.facet}/${draft.tone}`, { ...draft, fault })
    }
    if (wrong.length === 0 && good.size > 0) break
  }
  const isAnswered = ({ facet, tone }: Draft) => [...good.values()].some((one) => one.facet === facet && one.tone === tone)
  return { sentences: [...good.values()], questions: [...questions.values()].filter((one) => !isAnswered(one)) }
}
