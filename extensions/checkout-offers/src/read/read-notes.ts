import type { DrawnGuard } from '../../../../app/slots/drawn-guard.ts'
import type { CardNote, Note, Notes, SlotNote, Texts } from '../../../../app/slots/note.ts'
import { readCartTerms, readDelivery } from './read-cart-terms.ts'
import { readDeal } from './read-deal.ts'

/** An author's word for a card, with what it says to the shopper. */
export interface ReadNote extends Note {
  readonly says?: Texts
}

export interface ReadCard extends ReadNote, Omit<CardNote, 'or'> {
  readonly or?: readonly ReadNote[]
}

/** What is published beside a product, as far as a block of Shopify's pages needs it; a card that could not be read is null. */
export interface ReadNotes extends Pick<Notes, 'zone' | 'again'> {
  readonly ifs: readonly DrawnGuard[]
  readonly free: NonNullable<Notes['free']>
  readonly cards: readonly (ReadCard | null)[]
  readonly slots: Readonly<Record<string, readonly SlotNote[]>>
}

/** Shopify takes no longer JSON from new apps. Whatever is longer, we have not written. */
const LONGEST = 131_072
const MOST_CARDS = 60
/** Days: nobody's habit is longer, and no day further off. */
const LONGEST_WAIT = 3_650

type Unknown = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isCount = (value: unknown, most: number): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

/**
 * Reads the metafield `offer_notes`, whoever wrote it and when: undefined where it is empty, broken, longer than Shopify allows or
 * of another version than ours. A card that is broken is left out; the others keep their places.
 */
export function readNotes(value: unknown): ReadNotes | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  let notes: unknown
  try {
    notes = JSON.parse(value)
  } catch {
    return undefined
  }
  if (!isObject(notes) || notes['v'] !== 2) return undefined
  const { again, zone, free, ifs, cards, texts, slots } = notes
  const textAt = (at: unknown) => readTexts(isCount(at, LONGEST) ? listOf(texts)[at] : undefined)
  return {
    ...(isCount(again, LONGEST_WAIT) && again > 0 && { again }),
    ...(typeof zone === 'string' && { zone }),
    free: readDelivery(free),
    ifs: listOf(ifs).map((guard) => (isObject(guard) && typeof guard['kind'] === 'string' ? (guard as DrawnGuard) : NEVER)),
    cards: listOf(cards)
      .slice(0, MOST_CARDS)
      .map((card) => readCard(card, textAt)),
    slots: isObject(slots) ? Object.fromEntries(Object.entries(slots).map(([name, of]) => [name, listOf(of).map(readSlot)])) : {},
  }
}

/** Stands for a guard that could not be read. */
const NEVER: DrawnGuard = { kind: 'any', of: [] }

function readSlot(slot: unknown): SlotNote {
  const cards = isObject(slot) ? listOf(slot['cards']) : []
  return { lock: 'locked', cards: cards.filter((at) => isCount(at, MOST_CARDS - 1)) }
}

type TextAt = (at: unknown) => Pick<ReadNote, 'says'>

function readCard(card: unknown, textAt: TextAt): ReadCard | null {
  const note = readNote(card, textAt)
  if (!note || !isObject(card) || !isId(card['p'])) return null
  const { p, or, apart, notIn, here } = card
  return {
    ...note,
    p: p as CardNote['p'],
    or: listOf(or).flatMap((one) => readNote(one, textAt) ?? []),
    apart: listOf(apart).filter(isId) as CardNote['p'][],
    notIn: listOf(notIn).filter((market) => typeof market === 'string'),
    ...(here !== undefined && { here: true }),
  }
}

function readNote(note: unknown, textAt: TextAt): ReadNote | undefined {
  if (!isObject(note)) return undefined
  const { by, ref, if: guard, need, nest, text, d } = note
  // What says that it waits for something, and not for what, never stands.
  const waits = guard === undefined ? undefined : isCount(guard, LONGEST) ? guard : LONGEST
  if (typeof by !== 'string' || typeof ref !== 'string') return undefined
  const waiting = waits === undefined ? {} : { if: waits }
  return { by, ref, ...waiting, ...readNeed(need), ...textAt(text), ...(nest === true && { nest }), ...readCartTerms(note), ...readDeal(d) }
}

function readTexts(texts: unknown): Pick<ReadNote, 'says'> {
  if (!isObject(texts)) return {}
  return { says: Object.fromEntries(Object.entries(texts).filter((one): one is [string, string] => typeof one[1] === 'string')) }
}

function readNeed(need: unknown): Pick<Note, 'need'> {
  if (!isObject(need)) return {}
  const { takes, holds, packs, of } = need
  if (!isCount(takes, 1_000_000) || !isCount(holds, 1_000_000) || !isCount(packs, 100) || packs === 0) return {}
  return { need: { takes, holds, packs, ...(typeof of === 'string' && { of }) } }
}
