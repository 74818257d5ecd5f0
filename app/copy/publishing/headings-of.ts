import { SHOP_PAGE } from '#app/commerce/ids.ts'
import { checkNever } from '../checks/check-never.ts'
import { HEADINGS, type Heading } from '../sentences/hole.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import type { ApprovedSentences } from './approved.ts'

/** What stands in the shop's own metafield: for each language what stands over slots whose block says nothing else. */
export type ShopHeadings = Partial<Record<CopyLocale, Partial<Record<Heading, string>>>>

/** What a person lets stand over slots; undefined where that is nothing. */
export function headingsOf(sentences: ApprovedSentences, never: readonly string[]): ShopHeadings | undefined {
  const said = COPY_LOCALES.flatMap((locale) => {
    const own = HEADINGS.flatMap((heading): (readonly [Heading, string])[] => {
      const words = sentences.of(locale, heading, 'heading', SHOP_PAGE)[0]?.words
      return words === undefined || checkNever(words, never).length > 0 ? [] : [[heading, words]]
    })
    return own.length === 0 ? [] : [[locale, Object.fromEntries(own)] as const]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}
