import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { checkOwnWords } from '../checks/check-sentence.ts'
import type { CopyFault } from '../checks/copy-fault.ts'
import { placeOf, PLACES, type Tone, type Topic } from '../sentences/hole.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import { sentenceId } from '../sentences/sentence-id.server.ts'
import { decideSentences, keepSentences, readSentences, type StoredSentence } from '../sentences/sentence-store.server.ts'
import { templateOf } from '../sentences/templates.ts'

/** Which sentence is meant: one that is kept, or the one for all products at a place. */
export interface Named {
  readonly id?: string | undefined
  readonly locale: CopyLocale
  readonly facet: Topic
  readonly tone: Tone
}

interface Who {
  readonly by: StaffId
  readonly now: Date
}

/** Approves sentences: a template that nobody had touched is kept as it reads today, so that no later release changes what was approved. */
export async function approve(shop: ShopId, named: readonly Named[], who: Who): Promise<void> {
  const kept = new Set((await readSentences(shop, ['waiting', 'approved', 'declined'])).map(({ id }) => id))
  const untouched = named.filter(({ id, ...place }) => id === undefined && !kept.has(idOfNamed(place)))
  await keepSentences(
    shop,
    untouched.flatMap((named) => {
      const place = placeOf(named.facet, named.tone)
      return place ? forAll(named, templateOf(named.locale, place), 'template', who) : []
    }),
  )
  await decideSentences(shop, idsOf(named), 'approved', who.by, who.now)
}

/** Approves every template, in every language, that nobody has decided on. */
export const approveTemplates = (shop: ShopId, who: Who): Promise<void> =>
  approve(
    shop,
    COPY_LOCALES.flatMap((locale) => PLACES.map((place) => ({ locale, ...place }))),
    who,
  )

/** Approves all that wait in a language, but for what a check has something against. */
export async function approveWaiting(shop: ShopId, locale: CopyLocale, { by, now }: Who): Promise<void> {
  const waiting = (await readSentences(shop, ['waiting'])).filter((one) => one.locale === locale)
  await decideSentences(
    shop,
    waiting.map(({ id }) => id),
    'approved',
    by,
    now,
  )
}

export const decline = (shop: ShopId, named: readonly Named[], { by, now }: Who): Promise<number> =>
  decideSentences(shop, idsOf(named), 'declined', by, now)

/** Puts a person's words in place of a sentence's, and approves them; nothing where they cannot stand. */
export async function rewrite(
  shop: ShopId,
  named: Named,
  words: string,
  never: readonly string[],
  who: Who,
): Promise<readonly CopyFault[]> {
  const place = placeOf(named.facet, named.tone)
  if (!place) return []
  const faults = checkOwnWords(words, place, never)
  if (faults.length > 0) return faults
  const before = named.id && (await readSentences(shop, ['waiting', 'approved', 'declined'])).find(({ id }) => id === named.id)
  if (named.id && !before) return []
  const decided = { state: 'approved', fault: null, decidedBy: String(who.by), decidedAt: who.now } as const
  await keepSentences(shop, [before ? { ...before, ...decided, words, writer: 'merchant' } : forAll(named, words, 'merchant', who)])
  return []
}

function forAll({ locale, facet, tone }: Named, words: string, writer: StoredSentence['writer'], { by, now }: Who): StoredSentence {
  const decided = { state: 'approved', fault: null, madeAt: now, decidedBy: String(by), decidedAt: now } as const
  return { id: idOfNamed({ locale, facet, tone }), locale, facet, tone, words, about: null, writer, ...decided }
}

/** There is one sentence for all products at each place. */
const idOfNamed = ({ locale, facet, tone }: Pick<Named, 'locale' | 'facet' | 'tone'>): string => sentenceId([locale, facet, tone])

const idsOf = (named: readonly Named[]) => named.flatMap(({ id }) => id ?? [])
