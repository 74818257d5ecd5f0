import { quote, type SentenceContext } from './conditions/say.ts'
import { sayCondition } from './conditions/say-condition.ts'
import { sayJoin } from './joins/say-join.ts'
import type { Rule } from './rule.ts'
import { sayDiscount } from './say-discount.ts'

type Said = Omit<Rule, 'id' | 'name' | 'state' | 'priority'>

/** The rule as one plain sentence: what the form says, in the merchant's language. Its place among other rules is not in it. */
export function sayRule({ when, at, offer, stop, fallback }: Said, context: SentenceContext): string {
  const { say } = context
  const { where, joins, except, sort, most, need, nest, closesGap, instead, discount } = offer
  if (instead === 'subscription') return saySubscription({ when, at, offer, stop, fallback }, context)
  const ties = joins.map((join) => sayJoin(join, say)).join(` ${say('condition.and')} `)
  return say('rule.sentence', {
    trigger: sayCondition(when, context),
    fallback: fallback ? say('rule.fallback') : '',
    target: say(most === 1 ? 'rule.target-one' : 'rule.target', { most, where: sayCondition(where, context) }),
    ties: ties && say('rule.ties', { ties }),
    need: need ? say('rule.need', { takes: quote(need.takes, say), holds: quote(need.holds, say) }) : '',
    instead: instead ? say('rule.instead') : '',
    nest: nest ? say('rule.nest') : '',
    discount: discount ? sayDiscount(discount, say) : '',
    except: except ? say('rule.except', { except: sayCondition(except, context) }) : '',
    sort: say(`rule.sort.${sort}`),
    closesGap: closesGap ? say('rule.closes-gap') : '',
    stop: stop ? say('rule.stop') : '',
    at: sayAt(at, context),
  })
}

function saySubscription({ when, at, offer: { where, except }, stop, fallback }: Said, context: SentenceContext): string {
  const { say } = context
  const isAnything = where.kind === 'all' && where.of.length === 0
  return say('rule.subscription', {
    trigger: sayCondition(when, context),
    fallback: fallback ? say('rule.fallback') : '',
    where: isAnything ? '' : say('rule.subscription.where', { where: sayCondition(where, context) }),
    except: except ? say('rule.except', { except: sayCondition(except, context) }) : '',
    stop: stop ? say('rule.stop') : '',
    at: sayAt(at, context),
  })
}

function sayAt(at: Rule['at'], { say }: SentenceContext): string {
  return at ? say('rule.at', { placements: at.map((placement) => say(`placement.${placement}`)).join(', ') }) : ''
}
