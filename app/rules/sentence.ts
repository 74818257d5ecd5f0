import { sayCondition } from './conditions/condition.ts'
import type { SentenceContext } from './conditions/kind.ts'
import { JOIN_KINDS } from './joins/join.ts'
import type { Rule } from './rule.ts'

/** The rule as one plain sentence: what the form says, in the merchant's language. */
export function sayRule({ when, offer }: Pick<Rule, 'when' | 'offer'>, context: SentenceContext): string {
  const { say } = context
  const ties = offer.joins.map((join) => JOIN_KINDS[join].sentence(say)).join(` ${say('condition.and')} `)
  return say('rule.sentence', {
    trigger: sayCondition(when, context),
    target: say(offer.most === 1 ? 'rule.target-one' : 'rule.target', { most: offer.most, where: sayCondition(offer.where, context) }),
    ties: ties && say('rule.ties', { ties }),
    except: offer.except ? say('rule.except', { except: sayCondition(offer.except, context) }) : '',
    sort: say(`rule.sort.${offer.sort}`),
  })
}
