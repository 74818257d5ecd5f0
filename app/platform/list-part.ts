/** One part of a long list: which it is of how many, counted from 1, and where it begins and ends. */
export interface ListPart {
  readonly part: number
  readonly parts: number
  readonly from: number
  readonly to: number
}

/** The part that is asked for (from 1), of a list of `total` in parts of `per`. One beyond the last is the last; an empty list has one. */
export function listPart(total: number, asked: number, per: number): ListPart {
  const parts = Math.max(1, Math.ceil(total / per))
  const part = Math.min(asked, parts)
  return { part, parts, from: (part - 1) * per, to: Math.min(total, part * per) }
}
