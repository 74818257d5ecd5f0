import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { cardViews, headingViews } from '#app/copy/approval/card-views.ts'
import { groupViews, type SentenceGroup } from '#app/copy/approval/group-views.ts'
import { questionsIn } from '#app/copy/approval/questions.ts'
import { sentenceViews, type SentenceView } from '#app/copy/approval/sentence-views.ts'
import { anglesOf } from '#app/copy/angles/learn-angles.ts'
import { cardExamples } from '#app/copy/cards/card-examples.ts'
import type { Facet } from '#app/copy/facts/facet.ts'
import type { KnownProduct } from '#app/copy/known-products.ts'
import { readKnown } from '#app/copy/read-known.server.ts'
import { COPY_LOCALES, type CopyLocale } from '#app/copy/sentences/locale.ts'
import { readSentences } from '#app/copy/sentences/sentence-store.server.ts'
import { readCopySetting } from '#app/copy/setting.server.ts'
import { countPublishedCopy } from '#app/copy/publishing/published-copy.server.ts'
import { configuredModel } from '#app/copy/write/model.server.ts'
import { readRun, type CopyRun } from '#app/copy/write/run-store.server.ts'
import { whatItCosts, type Cost } from '#app/copy/write/what-it-costs.ts'
import { writingUnits } from '#app/copy/write/writing-units.ts'
import { readCopyBoard, type CopyBoard } from '#app/measure/boards/copy-board.server.ts'
import { env } from '#app/platform/env.server.ts'
import { editorLink } from '#app/publish/editor-link.ts'
import { isUnderWay } from '#app/queue/is-under-way.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'

type ShownSentence = Omit<SentenceView, 'decidedBy' | 'examples' | 'outliers'> & { readonly by: 'you' | 'staff' | null }
export type ShownGroup = Omit<SentenceGroup, 'sentences'> & { readonly sentences: readonly ShownSentence[] }

export interface CopyShown {
  readonly locale: CopyLocale
  readonly isOn: boolean
  /** Opens the theme editor with the block about to be added. */
  readonly editorUrl: string
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
  /** What must be asked before sentences of the language can be approved. */
  readonly questions: readonly { readonly word: string; readonly products: number; readonly example: string }[]
  /** Null where no model is set up. */
  readonly model: { readonly name: string; readonly costs: Readonly<Record<'one' | 'all', Cost>> } | null
  readonly run: Omit<CopyRun, 'startedBy' | 'startedAt'> | null
  readonly groups: readonly ShownGroup[]
  /** Null where nothing is measured. */
  readonly board: CopyBoard | null
}

/** What is, and what could be, said of the shop's products in one language. */
export async function loadCopy(shop: ShopId, locale: CopyLocale, staff: StaffId): Promise<CopyShown> {
  const [setting, kept, { catalog, known, confirmed }, live, published, isPublishing, run, board] = await Promise.all([
    readCopySetting(shop),
    readSentences(shop, ['waiting', 'approved', 'declined']),
    readKnown(shop, Date.now()),
    newestVersion(shop),
    countPublishedCopy(shop),
    isUnderWay(shop, ['copy', 'publish']),
    readRun(shop),
    readCopyBoard(shop),
  ])
  const { language } = setting
  const views = [
    ...headingViews(kept, locale),
    ...cardViews(kept, locale, cardExamples(live.set, catalog, confirmed), language),
    ...sentenceViews(kept, locale, known, language),
  ]
  return {
    locale,
    isOn: setting.isOn,
    editorUrl: editorLink({ template: 'product', block: 'product-copy', target: 'mainSection' }, env.SHOPIFY_API_KEY),
    language,
    never: setting.never,
    angles: setting.learntAt ? anglesOf(setting.angles, '') : null,
    products: known.length,
    known: known.filter(({ facts }) => facts.length >= 2).length,
    published,
    isPublishing,
    questions: questionsIn(kept, locale).map(({ word, products, example }) => ({ word, products: products.length, example })),
    model: modelShown(known, locale),
    run: run ?? null,
    board,
    groups: groupViews(views).map((group) => ({
      ...group,
      sentences: group.sentences.map(({ decidedBy, examples: _, outliers: _more, ...view }) => ({
        ...view,
        by: decidedBy === null ? null : decidedBy === String(staff) ? 'you' : 'staff',
      })),
    })),
  }
}

function modelShown(known: readonly KnownProduct[], locale: CopyLocale): CopyShown['model'] {
  const model = configuredModel()
  const costOf = (locales: readonly CopyLocale[]) => whatItCosts(writingUnits(known, locales), model?.pricing ?? null)
  return model ? { name: model.name, costs: { one: costOf([locale]), all: costOf(COPY_LOCALES) } } : null
}
