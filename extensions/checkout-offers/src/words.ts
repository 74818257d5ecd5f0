import type { Note } from '../../../app/slots/note.ts'
import type { Swap } from './choose/swap-of.ts'
import type { Subscription } from './choose/subscription-of.ts'
import type { Offer } from './offers.ts'
import type { BlockApi } from './read/page-api.ts'
import type { ReadNote } from './read/read-notes.ts'

type I18n = BlockApi['i18n']

/** Words of the locale files. */
export const say = (i18n: I18n, key: string, values: Record<string, string | number> = {}) => String(i18n.translate(key, values))

/** What a product costs, and that it is a lowest price where its choices differ. */
export function priceOf(i18n: I18n, { choices, isPartial }: Pick<Offer, 'choices' | 'isPartial'>): string {
  const amounts = choices.map(({ amount }) => amount)
  const lowest = Math.min(...amounts)
  const price = i18n.formatCurrency(lowest, { currency: choices[0]?.currency ?? 'XXX' })
  return isPartial || Math.max(...amounts) > lowest ? say(i18n, 'price_from', { price }) : price
}

/** Why it is offered: as the merchant has it said in the shopper's language, or else how many packs meet a need. */
export function sayWhy({ i18n, localization }: Pick<BlockApi, 'i18n' | 'localization'>, { says, need }: ReadNote): string | undefined {
  const [language = ''] = localization.language.value.isoCode.toLowerCase().split('-', 1)
  return says?.[language] ?? (need && sayNeed(i18n, need))
}

/** How many packs meet a need. */
function sayNeed(i18n: I18n, { takes, holds, packs, of }: NonNullable<Note['need']>): string {
  const pieces = of === undefined ? String(takes) : `${takes} × ${of}`
  return packs > 1 ? say(i18n, 'need_packs', { takes: pieces, holds, count: packs }) : say(i18n, 'need_pack', { takes: pieces, holds })
}

/** What comes off an offer beside what it is offered beside, where that can be said in this currency. */
export function sayDeal(i18n: I18n, { d }: Pick<Note, 'd'>, { choices }: Pick<Offer, 'choices'>): string | undefined {
  const currency = choices[0]?.currency ?? ''
  if (d?.kind === 'gift') return say(i18n, 'gift')
  if (d?.kind === 'percent')
    return say(i18n, 'deal', { off: i18n.formatNumber(d.off / 10_000, { style: 'percent', maximumFractionDigits: 2 }) })
  const amount = d?.kind === 'amount' ? Number(d.off[currency]) : 0
  return amount > 0 ? say(i18n, 'deal', { off: i18n.formatCurrency(amount, { currency }) }) : undefined
}

/** What is missing to free delivery; nothing where nothing is, or nobody states it. `gap` is in hundredths. */
export function sayGap(i18n: I18n, gap: number | undefined, currency: string | undefined): string | undefined {
  if (!gap || currency === undefined) return undefined
  return say(i18n, 'gap', { amount: i18n.formatCurrency(gap / 100, { currency }) })
}

/** What a swap comes to: more, less or the same. */
export function sayDifference(i18n: I18n, { line, choice, difference }: Swap): string {
  const title = line.merchandise.title ?? ''
  const cents = Math.round(difference * 1_000)
  if (cents === 0) return say(i18n, 'instead_same', { title })
  const amount = i18n.formatCurrency(Math.abs(difference), { currency: choice.currency })
  return say(i18n, cents > 0 ? 'instead_more' : 'instead_less', { title, amount })
}

/** What a line comes to by a plan: more, less or the same. */
export function sayPlan(i18n: I18n, { name, currency, difference }: Subscription['plans'][number]): string {
  const cents = Math.round(difference * 1_000)
  if (cents === 0) return say(i18n, 'plan_same', { plan: name })
  return say(i18n, cents > 0 ? 'plan_more' : 'plan_less', { plan: name, amount: i18n.formatCurrency(Math.abs(difference), { currency }) })
}
