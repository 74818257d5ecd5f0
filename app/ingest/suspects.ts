import { readGid } from '#app/commerce/ids.ts'
import type { BrokenLine } from './broken-line.ts'

type Root = 'Product' | 'Order'
type RootId<Kind extends Root> = NonNullable<ReturnType<typeof readGid<Kind>>>

/** Whose parts broken lines are: such a product or order must not be taken over with a part missing. */
export function suspectsOf<Kind extends Root>(
  kind: Kind,
  broken: readonly BrokenLine[],
): { readonly named: readonly RootId<Kind>[]; readonly unnamed: number } {
  const named = new Set<RootId<Kind>>()
  let unnamed = 0
  for (const { gid, parent } of broken) {
    const id = readGid(kind, parent ?? gid)
    if (id === undefined) unnamed += 1
    else named.add(id)
  }
  return { named: [...named], unnamed }
}
