interface AllOf<Leaf> {
  readonly kind: 'all'
  readonly of: readonly Tree<Leaf>[]
}

interface AnyOf<Leaf> {
  readonly kind: 'any'
  readonly of: readonly Tree<Leaf>[]
}

interface NotOf<Leaf> {
  readonly kind: 'not'
  readonly of: Tree<Leaf>
}

type Group<Leaf> = AllOf<Leaf> | AnyOf<Leaf> | NotOf<Leaf>

/** Facts joined by AND (`all`), OR (`any`) and NOT. An empty `all` always holds, an empty `any` never. */
export type Tree<Leaf> = Leaf | Group<Leaf>

export function isGroup<Leaf extends { readonly kind: string }>(tree: Tree<Leaf>): tree is Group<Leaf> {
  return tree.kind === 'all' || tree.kind === 'any' || tree.kind === 'not'
}

/** Whether the tree holds, given what holds of its facts. */
export function holdsIn<Leaf extends { readonly kind: string }>(tree: Tree<Leaf>, isTrue: (fact: Leaf) => boolean): boolean {
  if (!isGroup(tree)) return isTrue(tree)
  switch (tree.kind) {
    case 'all':
      return tree.of.every((part) => holdsIn(part, isTrue))
    case 'any':
      return tree.of.some((part) => holdsIn(part, isTrue))
    case 'not':
      return !holdsIn(tree.of, isTrue)
  }
}

/** All facts of the tree, from left to right. */
export function factsIn<Leaf extends { readonly kind: string }>(tree: Tree<Leaf>): Leaf[] {
  if (!isGroup(tree)) return [tree]
  return tree.kind === 'not' ? factsIn(tree.of) : tree.of.flatMap((part) => factsIn(part))
}
