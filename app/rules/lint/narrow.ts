import type { Fact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'

/** The condition with one more thing that must hold. */
export function narrow<Of extends Fact>(condition: Tree<Of>, also: Tree<Of>): Tree<Of> {
  return { kind: 'all', of: condition.kind === 'all' ? [...condition.of, also] : [condition, also] }
}
