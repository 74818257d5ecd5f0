import { VISIT_ATTRIBUTE, readVisit, type VisitId } from '../../../../app/commerce/visit.ts'
import { isHeldOut, saltOf, type MeasureNote } from '../../../../app/slots/arm/arm.ts'
import type { PageApi } from './page-api.ts'

const KEY = 'measure'

/** In which arm the browser is whose cart or order this is, and how that is told of. */
export interface KnownArm {
  readonly visit: VisitId
  readonly epoch: number
  readonly isHeldOut: boolean
}

/** Undefined where the shop is not measured, or the cart does not say whose it is: everything is shown then. */
export function armOf({ attributes, appMetafields }: Pick<PageApi, 'attributes' | 'appMetafields'>): KnownArm | undefined {
  const visit = readVisit(attributes?.value?.find(({ key }) => key === VISIT_ATTRIBUTE)?.value)
  const found = appMetafields.value.find(({ target, metafield }) => target.type === 'shop' && metafield.key === KEY)
  const note = visit && readNote(found?.metafield.value)
  return note ? { visit, epoch: note.epoch, isHeldOut: isHeldOut(saltOf(note.salt, 'cross-sell'), visit, note.share) } : undefined
}

function readNote(value: unknown): MeasureNote | undefined {
  try {
    const note = (typeof value === 'string' ? JSON.parse(value) : value) as Partial<MeasureNote> | null
    const isRead = note?.v === 1 && typeof note.salt === 'string' && typeof note.share === 'number' && typeof note.epoch === 'number'
    return isRead ? (note as MeasureNote) : undefined
  } catch {
    return undefined
  }
}
