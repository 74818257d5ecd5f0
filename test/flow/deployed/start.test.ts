import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../../../prisma/free-port.ts'
import { eventually } from '../../running/eventually.ts'
import { npmStart } from '../../running/npm-start.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

/** With what every app is told, as in production. */
async function started(name: string, settings: Readonly<Record<string, string>>) {
  const run = npmStart({
    folder: join('.data/test-logs', name),
    port: await freePort(),
    settings: {
      SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
      SHOPIFY_API_SECRET: 'shpss_0123456789abcdef',
      SHOPIFY_APP_URL: 'https://tandem.example.com',
      ...settings,
    },
  })
  atEnd(run.abandon)
  return run
}

it('npm start migrates, runs both processes, starts again what was killed, and leaves nothing behind', async () => {
  const run = await started('start', { DATABASE_URL: await aDatabase({ migrated: false }), TOKEN_KEY: randomBytes(32).toString('hex') })
  await run.ready('an empty database is migrated, and both processes run')
  for (const what of ['server.ts', 'worker.ts', 'server.ts']) {
    expect(run.kill(what)).toBe(true)
    await run.runs(what)
  }
  await run.ready('the web process answers again')
  expect(run.said()).toContain('"process":"web","why":"It ended by SIGKILL"')
  expect(await run.end()).toEqual({ code: 0, answers: expect.stringContaining('fetch failed') as string })
})

it('for trying there is a PostgreSQL of its own, which is started again and ended as well', async () => {
  const run = await started('start-without-database', {})
  await run.ready('a database is made and migrated')
  expect(run.kill('postgres -D')).toBe(true)
  await run.runs('postgres -D')
  await run.ready('the database is back')
  expect(await run.end()).toMatchObject({ code: 0 })
})

it('what is missing is told in a line, before anything is started', async () => {
  const run = await started('start-without-secret', {
    SHOPIFY_API_SECRET: '',
    TOKEN_KEY: 'short',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
  })
  await eventually('it says what is wrong', () => /SHOPIFY_API_SECRET: .*TOKEN_KEY: must be 32 bytes[^\n]*\n$/.test(run.said()))
})
