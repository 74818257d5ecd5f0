import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { ProductId, ShopId, StaffId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { CopyFault } from '../checks/copy-fault.ts'
import type { SentenceRow } from '../publishing/approved.ts'
import { TONES, TOPICS, type Tone } from './hole.ts'
import { COPY_LOCALES } from './locale.ts'

export const WRITERS = ['template', 'model', 'merchant'] as const
export const STATES = ['waiting', 'approved', 'declined'] as const

/** A sentence, who wrote it and what a person decided. */
export interface StoredSentence extends SentenceRow {
  readonly writer: (typeof WRITERS)[number]
  readonly state: (typeof STATES)[number]
  readonly fault: CopyFault | null
  readonly madeAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

const stored = z.object({
  id: z.uuid(),
  locale: z.enum(COPY_LOCALES),
  facet: z.enum(TOPICS),
  tone: z.enum(TONES),
  words: z.string(),
  about: z
    .array(z.tuple([z.number(), z.string()]))
    .nullable()
    .transform((about) => about && new Map(about.map(([product, hashes]) => [product as ProductId, hashes]))),
  writer: z.enum(WRITERS),
  state: z.enum(STATES),
  fault: z.custom<CopyFault>().nullable(),
  madeAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
})

/** All sentences of a shop that are in one of the states, those for single products before those for all, then the newest first; of a tone where one is given. */
export async function readSentences(
  shop: ShopId,
  states: readonly StoredSentence['state'][],
  tone: Tone | null = null,
): Promise<StoredSentence[]> {
  const { rows } = await pool.query(
    `SELECT id, locale, facet, tone, words, about, writer, state, fault, made_at AS "madeAt", decided_by AS "decidedBy", decided_at AS "decidedAt"
     FROM copy_sentence WHERE shop_id = $1 AND state = ANY ($2::text[]) AND ($3::text IS NULL OR tone = $3) ORDER BY about IS NULL, made_at DESC, id`,
    [shop, states, tone],
  )
  return rows.map((row) => stored.parse(row))
}

const GIVEN = `jsonb_to_recordset($2::jsonb)
  AS given (id uuid, locale text, facet text, tone text, words text, about jsonb, writer text, state text, fault jsonb,
            "madeAt" timestamptz, "decidedBy" text, "decidedAt" timestamptz)`
const INSERT = `INSERT INTO copy_sentence (shop_id, id, locale, facet, tone, words, about, writer, state, fault, made_at, decided_by, decided_at)
  SELECT $1, given.* FROM ${GIVEN}`
const asJson = (sentences: readonly StoredSentence[]) =>
  JSON.stringify(sentences.map(({ about, ...rest }) => ({ ...rest, about: about && [...about] })))

/** Adds sentences or replaces those of the same ids. */
export async function keepSentences(shop: ShopId, sentences: readonly StoredSentence[]): Promise<void> {
  await pool.query(
    `${INSERT} ON CONFLICT (shop_id, id) DO UPDATE SET words = excluded.words, writer = excluded.writer, state = excluded.state,
       about = excluded.about, fault = excluded.fault, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [shop, asJson(sentences)],
  )
}

/** Adds in a transaction what a model has written. What is known already stays as a person has decided it. */
export async function addDrafts(client: PoolClient, shop: ShopId, drafts: readonly StoredSentence[]): Promise<void> {
  await client.query(`${INSERT} ON CONFLICT (shop_id, id) DO NOTHING`, [shop, asJson(drafts)])
}

/** Decides sentences; returns how many of those named were otherwise before. What a check has something against is not approved. */
export async function decideSentences(
  shop: ShopId,
  ids: readonly string[],
  state: 'approved' | 'declined',
  by: StaffId,
  now: Date,
): Promise<number> {
  const { rowCount } = await pool.query(
    "UPDATE copy_sentence SET state = $3, decided_by = $4, decided_at = $5 WHERE shop_id = $1 AND id = ANY ($2::uuid[]) AND state <> $3 AND (fault IS NULL OR $3 <> 'approved')",
    [shop, ids, state, String(by), now],
  )
  return rowCount ?? 0
}
