import { isSameList } from './standard-lists.ts'

/** What we know of one of Shopify's own lists to which we wrote. */
export interface StoredList {
  /** What stood there before us; null where there was no list. */
  readonly before: string | null
  /** What we last wrote; null where we never did. */
  readonly written: string | null
  /** What we were about to write when we last heard of it, empty for no list at all. */
  readonly writing: string | null
  /** Shopify's digest of what we last wrote. */
  readonly digest: string | null
  /** Somebody has edited it since: it is theirs. */
  readonly isLeft: boolean
  /** Why Shopify did not take what we were about to write. */
  readonly refused: string | null
}

/** A list as it stands in the shop. */
export interface FoundList {
  readonly value: string | null
  readonly digest: string | null
}

/** What a list is to hold: `nothing` while its switch is on, `off` where it no longer is. */
export type Wish = { readonly kind: 'show'; readonly value: string } | { readonly kind: 'nothing' } | { readonly kind: 'off' }

/** What is to be written over what was found. */
export interface Change {
  /** Null for no list. */
  readonly value: string | null
  /** What is to be put back one day. */
  readonly before: string | null
  /** What of ours stands there now; null where it is not ours. */
  readonly ours: string | null
  /** Shopify's digest of what stands there. */
  readonly digest: string | null
}

export type Step =
  | { readonly kind: 'nothing' }
  | (Change & { readonly kind: 'write'; readonly value: string })
  /** What is wished for stands already. */
  | { readonly kind: 'adopt'; readonly value: string; readonly before: string | null; readonly digest: string | null }
  /** Puts back what stood there. */
  | (Change & { readonly kind: 'restore' })
  /** It is somebody else's now. */
  | { readonly kind: 'leave' }
  /** Nothing of ours stands there any more. */
  | { readonly kind: 'forget' }

const NOTHING = { kind: 'nothing' } as const
const FORGET = { kind: 'forget' } as const

/**
 * What stands in the shop as far as we know, which is enough to write, since a write compares; undefined where Shopify must be
 * asked: what was never ours, what a broken run may have left, and where nothing will be written that would compare.
 */
export function believed(wish: Wish, kept: StoredList | undefined): FoundList | undefined {
  if (kept?.isLeft) return { value: null, digest: null }
  if (!kept) return wish.kind === 'show' ? undefined : { value: null, digest: null }
  if (kept.written === null || kept.writing !== null) return undefined
  if (wish.kind !== 'show' && (kept.before === null || isSameList(kept.before, kept.written))) return undefined
  return { value: kept.written, digest: kept.digest }
}

/** What to do about a list. `found` stands in the shop; undefined where its product is gone. */
export function judgeList(wish: Wish, kept: StoredList | undefined, found: FoundList | undefined): Step {
  if (kept?.isLeft) return wish.kind === 'off' ? FORGET : NOTHING
  if (!found) return kept ? FORGET : NOTHING
  if (!kept || isUntouched(kept, found)) {
    if (wish.kind === 'show') return show(wish.value, found.value, null, found)
    return kept ? FORGET : NOTHING
  }
  if (isEdited(kept, found)) return wish.kind === 'off' ? FORGET : { kind: 'leave' }
  if (wish.kind !== 'show')
    return found.value === kept.before
      ? FORGET
      : { kind: 'restore', value: kept.before, before: kept.before, ours: found.value, digest: found.digest }
  const isKnown = kept.writing === null && isSameList(kept.written, wish.value)
  return isKnown ? NOTHING : show(wish.value, kept.before, found.value, found)
}

function show(value: string, before: string | null, ours: string | null, found: FoundList): Step {
  const { digest } = found
  return isSameList(found.value, value) ? { kind: 'adopt', value, before, digest } : { kind: 'write', value, before, ours, digest }
}

/** Whether we never wrote there, and know it: where Shopify refused, or where what we found before us still stands. */
function isUntouched({ before, written, writing, refused }: StoredList, { value }: FoundList): boolean {
  if (written !== null) return false
  return refused === null ? value === before : !isSameList(value, writing)
}

/** Whether somebody else wrote there after us, or before we could. */
export function isEdited(kept: StoredList, found: FoundList): boolean {
  return !isUntouched(kept, found) && !isOurs(kept, found)
}

/** Shopify may write anew how we write a list; what we put back has the form that it came in. */
function isOurs({ before, written, writing }: StoredList, { value }: FoundList): boolean {
  if (written !== null && isSameList(value, written)) return true
  return writing !== null && (writing === (value ?? '') || (writing !== before && isSameList(value, writing)))
}
