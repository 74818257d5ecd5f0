import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'

/** Every column of every row of every table as text, by table; bytes as the text that they hold. */
export async function writtenInTables(database: Pool): Promise<Map<string, string>> {
  const { rows: columns } = await database.query<{ table: string; column: string; type: string }>(
    `SELECT table_schema || '.' || table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
     WHERE table_schema IN ('public', 'jobs') ORDER BY 1, ordinal_position`,
  )
  const texts = new Map<string, string>()
  for (const table of new Set(columns.map((column) => column.table))) {
    const looked = columns.filter((one) => one.table === table)
    const parts = looked.map(({ column, type }) => (type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`))
    const { rows } = await database.query<{ text: string }>(
      `SELECT concat_ws(E'\\n', ${parts.join(', ')}) AS text FROM ${table.replace('.', '."')}"`,
    )
    texts.set(table, rows.map(({ text }) => text).join('\n'))
  }
  return texts
}

/** Every file below the folder, by path; a file of bytes as the text that it holds. */
export function writtenInFiles(folder: string): Map<string, string> {
  const files = globSync('**', { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
  return new Map(files.map((path) => [path, readFileSync(path, 'latin1')]))
}

/** The database server's own log: what it says of a statement that failed. */
export async function writtenByPostgres(database: Pool): Promise<string> {
  const { rows } = await database.query<{ data_directory: string }>('SHOW data_directory')
  try {
    return readFileSync(`${rows[0]!.data_directory}.log`, 'utf8')
  } catch {
    // A server of the machine's own keeps its log where it likes.
    return ''
  }
}
