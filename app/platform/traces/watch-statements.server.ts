import type pg from 'pg'
import { areTracesTold, inSpan, openSpan, spanUnderWay } from './trace.server.ts'

/** What a statement does, and with which table: nothing else of it is told. */
function statementName(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : ((statement as { text?: string } | null)?.text ?? '')
  const [verb = 'statement'] = /\b(SELECT|INSERT|UPDATE|DELETE|MERGE|TRUNCATE)\b/i.exec(text) ?? []
  const [, table] = /\b(?:FROM|INTO|UPDATE)\s+(?:ONLY\s+)?"?([a-z_.]+)/i.exec(text) ?? []
  return table ? `${verb.toUpperCase()} ${table}` : verb.toUpperCase()
}

/** Has a pool tell of each statement that is part of something: how long it took, waiting for a connection included. */
export function watchStatements(pool: pg.Pool): void {
  if (!areTracesTold()) return
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
  const watched = (...args: unknown[]) => {
    // Nobody's statement, as of what looks around by itself, is no trace of its own.
    const asked = typeof args.at(-1) !== 'function' && spanUnderWay()
    return asked ? inPart(statementName(args[0]), () => query(...args)) : query(...args)
  }
  pool.query = watched as typeof pool.query
}

/** Tells how long something asked of the database took, and whether it failed. */
export async function inPart<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!spanUnderWay()) return work()
  const span = openSpan(name, 'asked', { 'db.system.name': 'postgresql' })
  let hasFailed = true
  try {
    const result = await inSpan(span, work)
    hasFailed = false
    return result
  } finally {
    span?.end({}, hasFailed)
  }
}
