import type { When } from '#app/rules/conditions/condition.ts'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import { sayJoin } from '#app/rules/joins/say-join.ts'
import type { Rule } from '#app/rules/rule.ts'

/** What a rule says at a path, such as `when.of.0`, as a sentence; null where that is neither a condition nor a tie. */
export function sayPart(rule: Rule, path: string, context: SentenceContext): string | null {
  const { say } = context
  const part = path.split('.').reduce<unknown>((whole, name) => (whole as Readonly<Record<string, unknown>>)[name], rule)
  if (path.startsWith('when')) return say('lint.part.when', { part: sayCondition(part as When, context) })
  if (path.startsWith('offer.where')) return say('lint.part.offer', { part: sayCondition(part as When, context) })
  return /^offer\.joins\.\d+$/.test(path) ? say('lint.part.join', { part: sayJoin(part as Join, say) }) : null
}
