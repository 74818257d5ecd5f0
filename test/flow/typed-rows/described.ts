import type pg from 'pg'

/** A column of a query's answer, as PostgreSQL describes it before anything runs. */
export interface Column {
  readonly name: string
  readonly dataTypeID: number
  /** 0 where it is no table's own column. */
  readonly tableID: number
  readonly columnID: number
}

interface Connection {
  parse(query: { text: string; name: string; types: readonly number[] }): void
  describe(what: { type: 'S'; name: string }): void
  sync(): void
}

/** The columns that a statement answers with; a text says why PostgreSQL refuses it. The statement is not run. Within a transaction. */
export async function describeQuery(client: pg.ClientBase, sql: string): Promise<readonly Column[] | string> {
  await client.query('SAVEPOINT described')
  const answer = await ask(client, sql)
  await client.query('ROLLBACK TO SAVEPOINT described')
  return answer
}

function ask(client: pg.ClientBase, sql: string): Promise<readonly Column[] | string> {
  return new Promise((resolve) => {
    let answer: readonly Column[] | string = []
    const asked = {
      submit(connection: Connection) {
        connection.parse({ text: sql, name: '', types: [] })
        connection.describe({ type: 'S', name: '' })
        connection.sync()
      },
      handleRowDescription: ({ fields }: { fields: readonly Column[] }) => void (answer = fields),
      handleError: ({ message }: Error) => resolve(message),
      handleReadyForQuery: () => resolve(answer),
    }
    client.query(asked as unknown as pg.Submittable)
  })
}

/** Which columns may be null: their names by `TABLE.COLUMN` in PostgreSQL's numbers. Lists are none: Prisma makes them without that bound, and writes no null. */
export async function nullableColumns(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ at: string; name: string }>(
    `SELECT attrelid::oid || '.' || attnum AS at, attname AS name FROM pg_attribute
     WHERE attnum > 0 AND NOT attnotnull AND NOT attisdropped AND attndims = 0`,
  )
  return new Map(rows.map(({ at, name }) => [at, name]))
}
