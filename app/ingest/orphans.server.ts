import type { PoolClient } from 'pg'

/** Lines of which the thing that they hang on has not come, and at most so many of those things as were asked for. */
export interface Orphans<Id> {
  readonly lines: number
  readonly of: readonly Id[]
}

/** `children` selects the `parent` that each line hangs on; `staged` is the table of those that have come, by `id`. */
export async function orphansOf<Id>(client: PoolClient, children: string, staged: string, most: number): Promise<Orphans<Id>> {
  const { rows } = await client.query<{ lines: number; of: Id[] | null }>(
    `WITH orphan AS (
       SELECT parent FROM (${children}) AS child WHERE NOT EXISTS (SELECT FROM ${staged} AS staged WHERE staged.id = child.parent))
     SELECT (SELECT count(*) FROM orphan) AS lines,
            (SELECT array_agg(parent::float8) FROM (SELECT DISTINCT parent FROM orphan ORDER BY 1 LIMIT $1) AS named) AS of`,
    [most],
  )
  return { lines: rows[0]!.lines, of: rows[0]!.of ?? [] }
}
