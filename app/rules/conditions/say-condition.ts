import type { When } from './condition.ts'
import { either, type SentenceContext } from './say.ts'
import { sayFact } from './say-fact.ts'
import { isGroup } from './tree.ts'

/** The condition in words that follow "a product": "of type Laptop and tagged gaming". */
export function sayCondition(condition: When, context: SentenceContext): string {
  const { say } = context
  if (!isGroup(condition)) return sayFact(condition, context, (of) => sayCondition(of, context))
  switch (condition.kind) {
    case 'all':
      if (condition.of.length === 0) return say('condition.everything')
      return condition.of.map((part) => inside(part, 'any', context)).join(` ${say('condition.and')} `)
    case 'any':
      return either(
        condition.of.map((part) => inside(part, 'all', context)),
        say,
      )
    case 'not':
      return say('condition.not', { of: inside(condition.of, 'group', context) })
  }
}

/** A group inside another kind of group stands in brackets: AND and OR must not run together. */
function inside(part: When, bracketed: 'all' | 'any' | 'group', context: SentenceContext): string {
  const alone = onlyPart(part)
  const words = sayCondition(alone, context)
  const isMany = (alone.kind === 'all' || alone.kind === 'any') && alone.of.length > 1
  return isMany && (bracketed === 'group' || alone.kind === bracketed) ? `(${words})` : words
}

/** A group of one says what its part says. */
function onlyPart(part: When): When {
  return (part.kind === 'all' || part.kind === 'any') && part.of.length === 1 ? onlyPart(part.of[0]!) : part
}
