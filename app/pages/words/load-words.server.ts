import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { sentenceViews, type SentenceView } from '#app/copy/approval/sentence-views.ts'
import { anglesOf } from '#app/copy/angles/learn-angles.ts'
import { readConfirmed } from '#app/copy/facts/confirmed-store.server.ts'
import { factsOf } from '#app/copy/facts/facts-of.ts'
import type { Facet } from '#app/copy/facts/facet.ts'
import { priceClasses } from '#app/copy/facts/price-classes.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { readSentences } from '#app/copy/sentences/sentence-store.server.ts'
import { readCopySetting } from '#app/copy/setting.server.ts'
import { countPublishedCopy } from '#app/copy/spoken/published-copy.server.ts'
import { isAtWork } from '#app/queue/is-at-work.server.ts'

export interface WordsShown {
  readonly locale: CopyLocale
  readonly isOn: boolean
  /** The language that the shop writes its products in. */
  readonly language: CopyLocale
  readonly never: readonly string[]
  /** What shoppers of the shop go by, strongest first; null before it was learnt. */
  readonly angles: readonly Facet[] | null
  readonly products: number
  /** Products with at least two facts. */
  readonly known: number
  readonly published: number
  readonly isPublishing: boolean
  readonly sentences: readonly (Omit<SentenceView, 'decidedBy'> & { readonly by: 'you' | 'staff' | null })[]
}

/** What is, and what could be, said of the shop's products in one language. */
export async function loadWords(shop: ShopId, locale: CopyLocale, staff: StaffId): Promise<WordsShown> {
  const [setting, kept, confirmed, catalog, published, isPublishing] = await Promise.all([
    readCopySetting(shop),
    readSentences(shop, ['waiting', 'approved', 'declined']),
    readConfirmed(shop),
    loadCatalog(shop, Date.now()),
    countPublishedCopy(shop),
    isAtWork(shop, 'copy'),
  ])
  const prices = priceClasses(catalog.products)
  const known = catalog.products
    .filter(({ status }) => status === 'active' || status === 'unlisted')
    .map((product) => ({ product, facts: factsOf(product, prices, confirmed.get(product.id)) }))
  return {
    locale,
    isOn: setting.isOn,
    language: setting.language,
    never: setting.never,
    angles: setting.learntAt ? anglesOf(setting.angles, '') : null,
    products: known.length,
    known: known.filter(({ facts }) => facts.length >= 2).length,
    published,
    isPublishing,
    sentences: sentenceViews(kept, locale, known, setting.language).map(({ decidedBy, ...view }) => ({
      ...view,
      by: decidedBy === null ? null : decidedBy === String(staff) ? 'you' : 'staff',
    })),
  }
}
