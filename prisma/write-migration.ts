import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'

export type Written = { readonly kind: 'written'; readonly path: string } | { readonly kind: 'refused'; readonly why: string }

/**
 * Writes the migration that leads from the schema of the last one (`migrations/schema.prisma` in the folder) to the folder's
 * `schema.prisma`. The URL is any PostgreSQL: Prisma's engine wants to talk to one, and changes nothing in it.
 */
export function writeMigration({ folder, name, now, url }: { folder: string; name: string; now: Date; url: string }): Written {
  const why = whyNoName(name)
  if (why) return { kind: 'refused', why }
  const wanted = `${folder}/schema.prisma`
  const reached = `${folder}/migrations/schema.prisma`
  const from = existsSync(reached) ? ['--from-schema-datamodel', reached] : ['--from-empty']
  let sql: string
  try {
    sql = schemaDifference([...from, '--to-schema-datamodel', wanted], url)
  } catch (error) {
    // Prisma has said what is wrong with the schema.
    if (error instanceof Error && 'stderr' in error && error.stderr) return { kind: 'refused', why: String(error.stderr).trim() }
    throw error
  }
  if (!sql) return { kind: 'refused', why: `Nothing to migrate: ${wanted} says what the last migration says.` }
  const path = `${folder}/migrations/${stamp(now)}_${name}`
  mkdirSync(path, { recursive: true })
  writeFileSync(`${path}/migration.sql`, sql)
  writeFileSync(`${folder}/migrations/migration_lock.toml`, 'provider = "postgresql"\n')
  copyFileSync(wanted, reached)
  return { kind: 'written', path: `${path}/migration.sql` }
}

/** Why a migration cannot be called so; undefined where it can. */
export function whyNoName(name: string): string | undefined {
  if (/^[a-z][a-z0-9_]{2,60}$/.test(name)) return undefined
  return `“${name}” is no name for a migration: use small letters, digits and _, such as add_rule_priority.`
}

/** The SQL that leads from one state to another, in the words of `prisma migrate diff`; empty when they agree. */
export function schemaDifference(fromTo: readonly string[], url: string): string {
  const prisma = ['--import', './prisma/let-prisma-end.ts', 'node_modules/prisma/build/index.js']
  const sql = execFileSync(process.execPath, [...prisma, 'migrate', 'diff', ...fromTo, '--script'], {
    env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const statements = sql.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('--'))
  return statements.length === 0 ? '' : sql
}

/** `20261121093000`, in UTC. */
function stamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14)
}
