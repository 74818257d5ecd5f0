import type { When } from '#app/rules/conditions/condition.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { isGroup } from '#app/rules/conditions/tree.ts'

/** What is left of a condition once some of its facts are known to hold, or not to; `known` is undefined of all others. */
export function decide(when: When, known: (fact: Fact) => boolean | undefined): When {
  if (!isGroup(when)) {
    const holds = known(when)
    return holds === undefined ? when : { kind: holds ? 'all' : 'any', of: [] }
  }
  return when.kind === 'not'
    ? { kind: 'not', of: decide(when.of, known) }
    : { kind: when.kind, of: when.of.map((part) => decide(part, known)) }
}
