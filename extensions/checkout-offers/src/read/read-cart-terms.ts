import type { DrawnDelivery } from '../../../../app/slots/delivery/delivery-for.ts'
import type { Note } from '../../../../app/slots/note.ts'

type Unknown = Readonly<Record<string, unknown>>

const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** What a note says of carts alone: that it closes the gap to free delivery, takes a line's place, is a gift from so much on. */
export function readCartTerms({ gap, instead, gift }: Unknown): Pick<Note, 'gap' | 'instead' | 'gift'> {
  return {
    ...(gap === true && { gap }),
    ...(instead !== undefined && { instead: true }),
    // A gift whose amounts cannot be read is reached nowhere.
    ...(gift !== undefined && {
      gift: Object.fromEntries(Object.entries(gift ?? {}).filter((pair): pair is [string, number] => isAmount(pair[1]))),
    }),
  }
}

/** From what on a cart is delivered free; whatever cannot be read states nothing. */
export function readDelivery(free: unknown): readonly DrawnDelivery[] {
  if (!Array.isArray(free)) return []
  return free.flatMap((one: unknown): DrawnDelivery[] => {
    const { m, c, at } = (typeof one === 'object' && one !== null ? one : {}) as Unknown
    if (typeof c !== 'string' || !isAmount(at) || (m !== undefined && typeof m !== 'string')) return []
    return [{ c, at, ...(m !== undefined && { m }) }]
  })
}
