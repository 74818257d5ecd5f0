import type { Pool } from 'pg'

/** Every row of every table of the app, as text, by table. */
export async function everyRow(database: Pool): Promise<Map<string, string>> {
  const { rows: tables } = await database.query<{ schemaname: string; tablename: string }>(
    "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'jobs')",
  )
  const texts = await Promise.all(
    tables.map(async ({ schemaname, tablename }) => {
      const { rows } = await database.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${schemaname}"."${tablename}" t`)
      return [tablename, rows.map(({ row }) => row).join('\n')] as const
    }),
  )
  return new Map(texts)
}
