import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { writeMigration } from '../../prisma/write-migration.ts'

/** `npm run migration NAME`: writes down how the database gets from the last migration's schema to today's. */
const [name] = process.argv.slice(2)
if (!name) {
  console.error('A migration needs a name: npm run migration add_rule_priority')
  process.exit(1)
}
const scratch = await startLocalPostgres({ folder: '.data/migration-postgres', port: await freePort() })
try {
  const outcome = writeMigration({ folder: 'prisma', name, now: new Date(), url: scratch.url })
  if (outcome.kind === 'written') console.log(`Wrote ${outcome.path}. Read it, then commit it.`)
  else console.error(outcome.why)
  process.exitCode = outcome.kind === 'written' ? 0 : 1
} finally {
  await scratch.stop()
}
