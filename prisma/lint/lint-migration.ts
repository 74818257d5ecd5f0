import { SMALL } from './small-tables.ts'
import { partsOf, statementsOf } from './split-sql.ts'

/** Migrations from this one on keep the promise; what is older ran before anybody had much. */
export const PROMISED_FROM = '20261130000000'

/** Says in a migration that what it removes is read by no release that may still run. */
const CONTRACTS = /^-- Contracts: .{10,}/m

const NAME = String.raw`(?:ONLY )?(?:IF (?:NOT )?EXISTS )?"?(\w+)"?`
const INDEX = new RegExp(String.raw`^CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?"?\w+"? ON ${NAME}`, 'i')
const ALTER = new RegExp(`^ALTER TABLE ${NAME} (.*)$`, 'i')
const ROWS = new RegExp(`^(?:UPDATE|DELETE FROM|INSERT INTO|TRUNCATE(?: TABLE)?) ${NAME}`, 'i')
/** What touches no rows, whatever it is done to. */
const HARMLESS = /^(CREATE TABLE |DROP INDEX |(CREATE|DROP)( OR REPLACE)? (FUNCTION|TRIGGER) |COMMENT ON |SELECT )/i

/**
 * Why a migration may keep a table of ten million rows from being read or written for more than a moment, or take away what the release
 * before still reads; empty where it does neither. It goes by a list of what is known to be quick: what it does not know, it refuses.
 * Source: PostgreSQL's notes on ALTER TABLE and CREATE INDEX, of version 15 and later.
 */
export function lintMigration(sql: string): string[] {
  const statements = statementsOf(sql)
  const made = new Set(statements.flatMap((one) => new RegExp(`^CREATE TABLE ${NAME}`, 'i').exec(one)?.[1] ?? []))
  const isFree = (table: string) => made.has(table) || SMALL.has(table)
  const found = statements.flatMap((one) => whyNot(one, isFree, CONTRACTS.test(sql)))
  const concurrent = statements.filter((one) => /\bCONCURRENTLY\b/i.test(one))
  if (concurrent.length > 0 && concurrent.length < statements.length)
    found.push('CONCURRENTLY works outside of a transaction: it needs a migration of its own')
  return found
}

function whyNot(statement: string, isFree: (table: string) => boolean, contracts: boolean): string[] {
  const index = INDEX.exec(statement)
  if (index)
    return index[1] || isFree(index[2]!) ? [] : [`an index on “${index[2]}” keeps it from being written: CREATE INDEX CONCURRENTLY`]
  const alter = ALTER.exec(statement)
  if (alter) {
    const [, table, actions] = alter as unknown as [string, string, string]
    return partsOf(actions).flatMap((action) => whyNoAction(action, table, isFree(table), contracts))
  }
  const rows = ROWS.exec(statement)
  if (rows) return isFree(rows[1]!) ? [] : [`all rows of “${rows[1]}” at once: let a job do it, part by part`]
  if (/^DROP TABLE /i.test(statement)) return contracts ? [] : [removes(statement)]
  return HARMLESS.test(statement) ? [] : [`nobody knows how long it takes: ${statement.slice(0, 60)}`]
}

const QUICK = [
  /^(ALTER (COLUMN )?"?\w+"? (SET DEFAULT|DROP DEFAULT|DROP NOT NULL)|DROP CONSTRAINT|VALIDATE CONSTRAINT)\b/i,
  /^ADD CONSTRAINT .* (NOT VALID|USING INDEX "?\w+"?)$/i,
]
/** Whatever differs from row to row has each row written anew. */
const DIFFERS =
  /\bDEFAULT (?!('[^']*'(::\w+(\[\])?)?|-?[\d.]+|true|false|CURRENT_TIMESTAMP|now\(\)|ARRAY\[\](::\w+\[\])?)( |$))|\b(GENERATED|SERIAL|BIGSERIAL)\b/i

function whyNoAction(action: string, table: string, isFree: boolean, contracts: boolean): string[] {
  if (/^DROP (COLUMN )?(?!CONSTRAINT)/i.test(action)) return contracts ? [] : [removes(action)]
  if (/^RENAME /i.test(action)) return [`the release before knows “${table}” by the old name: add, copy, and remove in a later release`]
  const isNewColumn = /^ADD (COLUMN )?(?!CONSTRAINT)/i.test(action)
  if (isNewColumn && /\bNOT NULL\b/i.test(action) && !/\bDEFAULT\b/i.test(action))
    return [`the release before does not fill the new column of “${table}”: let it be NULL, or have a DEFAULT`]
  if (isFree || QUICK.some((pattern) => pattern.test(action))) return []
  if (!isNewColumn) return [`“${table}” would be read or written as a whole, locked: ${action.slice(0, 60)}`]
  if (/\b(UNIQUE|PRIMARY KEY|REFERENCES|CHECK)\b/i.test(action))
    return [`“${table}” would be looked through, locked: add the constraint NOT VALID, and VALIDATE it after`]
  return DIFFERS.test(action) ? [`“${table}” would be written anew, locked: a default that is the same for all rows`] : []
}

const removes = (what: string) => `the release before still reads it: “-- Contracts: …” says since when none does (${what.slice(0, 60)})`
