import type { ProductId } from '#app/commerce/ids.ts'
import type { SlotWrite } from './plan.ts'

/** Why a slot could not be written. */
export interface SlotFault {
  /** `overtaken`: what stands there is not what we thought. `gone`: there is no such product any more. */
  readonly kind: 'overtaken' | 'gone' | 'refused'
  readonly write: SlotWrite
  readonly why: string
}

export interface SetError {
  readonly message: string
  readonly code?: string | null
  readonly field?: readonly string[] | null
  /** Which of the metafields of the call is at fault; null where Shopify blames none. */
  readonly elementIndex?: number | null
}

export const METAFIELDS_PER_SLOT = 2

/** Finds the writes at fault in a call that was refused as a whole, each once. A slot was two metafields of the call, in order. */
export function blame(errors: readonly SetError[], writes: readonly SlotWrite[]): SlotFault[] {
  const faults = new Map<ProductId, SlotFault>()
  for (const error of errors) {
    const index = error.elementIndex ?? Number(error.field?.[0] === 'metafields' ? error.field[1] : NaN)
    const write = writes[Math.floor(index / METAFIELDS_PER_SLOT)]
    if (!write) continue
    const fault = { kind: kindOf(error), write, why: error.message }
    // A product that is gone has no digests to be overtaken by.
    if (!faults.has(write.product) || fault.kind === 'gone') faults.set(write.product, fault)
  }
  return [...faults.values()]
}

function kindOf({ code, field }: SetError): SlotFault['kind'] {
  if (code === 'STALE_OBJECT') return 'overtaken'
  return code === 'INVALID' && field?.at(-1) === 'ownerId' ? 'gone' : 'refused'
}
