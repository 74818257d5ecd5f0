import { readFileSync } from 'node:fs'
import { freePort } from '../../prisma/free-port.ts'
import { lintMigration } from '../../prisma/lint/lint-migration.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { whyNoName, writeMigration } from '../../prisma/write-migration.ts'
import { answer, refuse } from './answer.ts'

/** `npm run migration NAME`: writes down how the database gets from the last migration's schema to today's. */
await answer(async () => {
  const [name, ...more] = process.argv.slice(2)
  if (!name || more.length > 0) return refuse('A migration needs one name: npm run migration add_rule_priority')
  const why = whyNoName(name)
  if (why) return refuse(why)
  const scratch = await startScratch()
  if ('why' in scratch) return refuse(scratch.why)
  try {
    const outcome = writeMigration({ folder: 'prisma', name, now: new Date(), url: scratch.url })
    if (outcome.kind === 'written') {
      console.log(`Wrote ${outcome.path}. Read it, then commit it.`)
      for (const why of lintMigration(readFileSync(outcome.path, 'utf8'))) console.log(`Not yet as it must be (docs/running.md): ${why}`)
    } else console.error(outcome.why)
    return outcome.kind === 'written' ? 0 : 1
  } finally {
    await scratch.stop()
  }
})

/** A PostgreSQL that starts no more than once says in one line what to do. */
async function startScratch() {
  try {
    return await startLocalPostgres({ folder: '.data/migration-postgres', port: await freePort() })
  } catch (error) {
    return { why: (error as Error).message }
  }
}
