import { z } from 'zod'
import type { ProductId, ShopId, StaffId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'

const stored = z.object({
  locale: z.enum(COPY_LOCALES),
  word: z.string(),
  isTrue: z.boolean(),
  products: z.array(z.coerce.number().transform((id) => id as ProductId)).transform((ids) => new Set(ids)),
})
/** A word that a person was asked about, and of which products it is true. */
export type AnsweredWord = z.infer<typeof stored>

export async function readLexicon(shop: ShopId): Promise<AnsweredWord[]> {
  const { rows } = await pool.query(
    'SELECT locale, word, is_true AS "isTrue", products FROM copy_word WHERE shop_id = $1 ORDER BY locale, word',
    [shop],
  )
  return rows.map((row) => stored.parse(row))
}

/** The words that are true of all of these products. */
export const trueOf = (lexicon: readonly AnsweredWord[], locale: CopyLocale, products: readonly ProductId[]): ReadonlySet<string> =>
  new Set(
    lexicon
      .filter((one) => one.isTrue && one.locale === locale && products.every((product) => one.products.has(product)))
      .map(({ word }) => word),
  )

interface Answer {
  readonly locale: CopyLocale
  /** Folded. */
  readonly word: string
  readonly isTrue: boolean
  readonly products: readonly ProductId[]
}

/** Keeps what a person has answered; of a word that was true of others before, of those as well. */
export async function answerWord(shop: ShopId, { locale, word, isTrue, products }: Answer, by: StaffId, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO copy_word (shop_id, locale, word, is_true, products, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (shop_id, locale, word) DO UPDATE SET is_true = excluded.is_true, decided_by = excluded.decided_by, decided_at = excluded.decided_at,
       products = ARRAY(SELECT DISTINCT unnest(copy_word.products || excluded.products))`,
    [shop, locale, word, isTrue, isTrue ? products : [], String(by), now],
  )
}
