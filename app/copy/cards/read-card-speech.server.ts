import { createHash } from 'node:crypto'
import type { ShopId } from '#app/commerce/ids.ts'
import { readConfirmed } from '../facts/confirmed-store.server.ts'
import { readSentences } from '../sentences/sentence-store.server.ts'
import { readCopySetting } from '../setting.server.ts'
import type { CardSpeech } from './texts-beside.ts'

/** What a shop's cards may say, with what tells it from what they might say before; undefined where nobody has switched anything on. */
export async function readCardSpeech(shop: ShopId): Promise<(CardSpeech & { readonly mark: string }) | undefined> {
  const { isOn, language, never } = await readCopySetting(shop)
  const rows = isOn ? await readSentences(shop, ['approved'], 'card') : []
  if (rows.length === 0) return undefined
  const confirmed = await readConfirmed(shop)
  const words = new Map(rows.map((row) => [`${row.locale}/${row.facet}`, row.words]))
  const decided = JSON.stringify([language, never, [...words], [...confirmed]])
  return {
    sentences: { of: (locale, facet) => words.get(`${locale}/${facet}`) },
    ...{ own: language, never, confirmed },
    mark: createHash('sha256').update(decided).digest('hex'),
  }
}
