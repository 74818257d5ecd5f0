import { MigrationFailed } from '../../prisma/migration-failed.ts'
import { answer, refuse } from './answer.ts'

/** Brings the database of DATABASE_URL up to this version of the code. Run at every deploy; safe to run twice, or at once. */
await answer(async () => {
  const [{ env }, { applyMigrations }] = await Promise.all([import('#app/platform/env.server.ts'), import('../../prisma/migrate.ts')])
  try {
    await applyMigrations(env.DATABASE_URL)
    return 0
  } catch (error) {
    if (error instanceof MigrationFailed) return refuse(error.message)
    throw error
  }
})
