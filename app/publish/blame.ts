import type { SlotWrite } from './plan.ts'

/** Why something could not be written. */
export interface Fault<Write> {
  /** `overtaken`: what stands there is not what we thought. `gone`: there is no such product any more. */
  readonly kind: 'overtaken' | 'gone' | 'refused'
  readonly write: Write
  readonly why: string
}

export type SlotFault = Fault<SlotWrite>

export interface SetError {
  readonly message: string
  readonly code?: string | null
  readonly field?: readonly string[] | null
  /** Which of the metafields of the call is at fault; null where Shopify blames none. */
  readonly elementIndex?: number | null
}

export const METAFIELDS_PER_SLOT = 2

/** Finds the writes at fault in a call that was refused as a whole, each once. Each was so many metafields of the call, in order. */
export function blame<Write>(errors: readonly SetError[], writes: readonly Write[], metafieldsEach: number): Fault<Write>[] {
  const faults = new Map<Write, Fault<Write>>()
  for (const error of errors) {
    const index = error.elementIndex ?? Number(error.field?.[0] === 'metafields' ? error.field[1] : NaN)
    const write = writes[Math.floor(index / metafieldsEach)]
    if (!write) continue
    const fault = { kind: kindOf(error), write, why: error.message }
    // A product that is gone has no digests to be overtaken by.
    if (!faults.has(write) || fault.kind === 'gone') faults.set(write, fault)
  }
  return [...faults.values()]
}

function kindOf({ code, field }: SetError): Fault<unknown>['kind'] {
  if (code === 'STALE_OBJECT') return 'overtaken'
  return code === 'INVALID' && field?.at(-1) === 'ownerId' ? 'gone' : 'refused'
}
