import type { Ask } from '../ask.ts'
import type { RowPlan } from './compile-rows.ts'

export interface Row {
  readonly value: Record<string, unknown>
  readonly isRoot: boolean
}

const WINDOW = 2_000

/**
 * All rows of the plans in an order that keeps no promise, since Shopify's gives none: depending on the seed, parents come
 * before all children, after all of them, or everything is mixed. With `grouped`, children directly follow their parent.
 */
export function* scatterRows(plans: readonly RowPlan[], ask: Ask, seed: number, grouped: boolean): Generator<Row> {
  if (grouped) return yield* rowsOf(plans, null, undefined, ask)
  switch (seed % 3) {
    case 0:
      return yield* mixed(rowsOf(plans, null, undefined, ask), seed)
    case 1:
      yield* onlyRoots(true, plans, ask)
      return yield* mixed(onlyRoots(false, plans, ask), seed)
    default:
      yield* mixed(onlyRoots(false, plans, ask), seed)
      return yield* onlyRoots(true, plans, ask)
  }
}

function* rowsOf(plans: readonly RowPlan[], source: object | null, parentId: unknown, ask: Ask): Generator<Row> {
  for (const plan of plans)
    for (const node of plan.nodes(source, ask)) {
      const value = plan.row(node, ask)
      yield { value: parentId === undefined ? value : { ...value, __parentId: parentId }, isRoot: parentId === undefined }
      if (plan.children.length > 0) yield* rowsOf(plan.children, node, value['id'], ask)
    }
}

function* onlyRoots(wanted: boolean, plans: readonly RowPlan[], ask: Ask): Generator<Row> {
  for (const row of rowsOf(plans, null, undefined, ask)) if (row.isRoot === wanted) yield row
}

/** Holds back a window of rows and lets one of them go at random. */
function* mixed(rows: Iterable<Row>, seed: number): Generator<Row> {
  const luck = seeded(seed)
  const held: Row[] = []
  for (const row of rows) {
    if (held.length < WINDOW) {
      held.push(row)
      continue
    }
    const at = Math.floor(luck() * WINDOW)
    yield held[at]!
    held[at] = row
  }
  while (held.length > 0) {
    const at = Math.floor(luck() * held.length)
    yield held[at]!
    held[at] = held[held.length - 1]!
    held.pop()
  }
}

/** Numbers in [0, 1) that depend on the seed alone (a linear congruential generator, good enough to shuffle). */
function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
