import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { TextBeside } from '#app/publish/plan.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { Texts } from '#app/slots/note.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { cardTexts, type CardSentences, type CardTruth } from './card-texts.ts'
import { cardTruths, type Confirmed } from './card-truths.ts'

/** What a person has let cards say. */
export interface CardSpeech {
  readonly sentences: CardSentences
  readonly own: CopyLocale
  readonly never: readonly string[]
  readonly confirmed: Confirmed
}

/** What cards say to shoppers: of those that a rule offers beside a product what is true of both as they are now, and of no others anything. */
export function textsBeside(speech: CardSpeech, rules: readonly Rule[], productOf: (id: ProductId) => Product | undefined): TextBeside {
  const byId = new Map<RuleId, Rule>(rules.map((rule) => [rule.id, rule]))
  const known = new Map<string, Texts | null>()
  const say = (truth: CardTruth) => {
    const key = JSON.stringify(truth)
    const before = known.get(key)
    const texts = before === undefined ? (cardTexts(truth, speech) ?? null) : before
    known.set(key, texts)
    return texts
  }
  return (beside, card, { reason, need }) => {
    const rule = reason.by === 'rule' ? byId.get(reason.rule) : undefined
    const [one, other] = [productOf(beside), productOf(card)]
    if (!rule || !one || !other) return undefined
    for (const truth of cardTruths(rule, one, other, need, speech.confirmed)) {
      const texts = say(truth)
      if (texts) return texts
    }
    return undefined
  }
}
