import { env } from '#app/env.server.ts'
import { applyMigrations } from '../../prisma/migrate.ts'

/** Brings the database of DATABASE_URL up to this version of the code. Run at every deploy; safe to run twice, or at once. */
await applyMigrations(env.DATABASE_URL)
