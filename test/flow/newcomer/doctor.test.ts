import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_SECRET, LOCAL_TOKEN_KEY, localEnvironment } from '../../running/app-processes.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { placeBlock, removeBlock } from '../../simulator/storefront/place-block.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct({ id: 1 })] })
const OURS = world.facts.domain

let synced: SyncedShop
beforeAll(async () => {
  synced = await aSyncedShop('doctor', world)
  placeBlock(synced.shop.themeFiles)
  // Of which Shopify tells.
  for (const change of ['revoke', 'grant'] as const) {
    synced.simulator.changeScopes(OURS, change, ['read_themes'])
    await synced.quiet()
  }
})

interface Seen {
  readonly code: number
  /** Lines of what is not well. */
  readonly faults: readonly string[]
  readonly said: string
}

async function doctor(settings: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<Seen> {
  const { databaseUrl, shopPort, app } = synced
  const child = spawn(process.execPath, ['app/commands/doctor.ts', ...args], {
    env: { ...process.env, ...localEnvironment({ databaseUrl, shopPort, appPort: Number(new URL(app.url).port) }), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  for (const secret of [LOCAL_API_SECRET, LOCAL_TOKEN_KEY]) expect(said).not.toContain(secret)
  return { code, said, faults: said.split('\n').filter((line) => line !== '' && !line.startsWith('✓')) }
}

/** A fault for a while: what takes it back is given back. */
type Break = () => Promise<(() => unknown) | undefined> | (() => unknown)
const sql =
  (fault: string, mended: string): Break =>
  async () => {
    await synced.database.query(fault)
    return () => synced.database.query(mended)
  }
const installation = () => synced.simulator.installations.get(OURS)!

const BREAKS: readonly (readonly [string, Break, Readonly<Record<string, string>>, string])[] = [
  ['a setting that is wrong', () => () => {}, { TOKEN_KEY: 'a password' }, '✗ TOKEN_KEY: must be 32 bytes as base64 or hex'],
  [
    'another app’s key',
    () => () => {},
    { SHOPIFY_API_KEY: 'another-key' },
    '✗ SHOPIFY_API_KEY: is another-key, but shopify.app.toml is of local-shop-key. ',
  ],
  ['no database', () => () => {}, { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }, '✗ Database: The database cannot be reached'],
  [
    'a database that is behind',
    sql(
      `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%first_slice'`,
      'UPDATE _prisma_migrations SET rolled_back_at = NULL',
    ),
    {},
    '✗ Database: lacks 1 migrations, the first of them 20261121034529_first_slice. Run node app/commands/migrate.ts',
  ],
  [
    'a worker that never ran',
    sql('ALTER SCHEMA jobs RENAME TO away', 'ALTER SCHEMA away RENAME TO jobs'),
    {},
    '✗ Worker: has never run here',
  ],
  [
    'a topic without a subscription',
    () => {
      const { subscriptions } = installation()
      const { topic, uri, id, includeFields } = subscriptions
        .all()
        .find((one) => !one.fromConfiguration && one.topic === 'CUSTOMERS_MERGE')!
      subscriptions.remove(id)
      return () => subscriptions.add({ topic, uri, includeFields, fromConfiguration: false, at: new Date() })
    },
    {},
    `✗ ${OURS} · Webhooks: customers/merge: no subscription leads to `,
  ],
  [
    'silence',
    sql(
      `UPDATE delivery SET received_at = now() - interval '5 days'; UPDATE shop SET installed_at = now() - interval '5 days'`,
      'UPDATE delivery SET received_at = now()',
    ),
    {},
    `✗ ${OURS} · Deliveries: nothing was heard for 5 days. Run npx shopify app deploy`,
  ],
  [
    'a block that is nowhere',
    () => {
      removeBlock(synced.shop.themeFiles)
      return () => placeBlock(synced.shop.themeFiles)
    },
    {},
    `✗ ${OURS} · Block: is on no product page of the published theme. Open the theme editor`,
  ],
  [
    'a proxy that was never deployed',
    () => {
      const { app } = installation()
      const { proxy } = app
      Object.assign(app, { proxy: null })
      return () => Object.assign(app, { proxy })
    },
    {},
    `✗ ${OURS} · Proxy: nobody answers at /apps/tandem/offers. Run npx shopify app deploy`,
  ],
  [
    'another client secret',
    () => {
      const { app } = installation()
      const { secret } = app
      Object.assign(app, { secret: 'local-shop-secret-of-another-app' })
      return () => Object.assign(app, { secret })
    },
    {},
    `✗ ${OURS} · Proxy: the app takes Shopify’s signature for a forgery. Set SHOPIFY_API_SECRET`,
  ],
  [
    'a key that did not seal the token',
    () => () => {},
    { TOKEN_KEY: Buffer.from('local-shop-another-key-of-32-byt').toString('base64') },
    `✗ ${OURS} · Shopify: `,
  ],
]

it('says of everything that it is well, and ends with 0', async () => {
  const { code, faults, said } = await doctor()
  expect([code, faults]).toEqual([0, []])
  expect(said.split('\n').map((line) => line.split(':', 1)[0])).toEqual([
    ...['DATABASE_URL', 'SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'TOKEN_KEY', 'SHOPIFY_APP_URL', 'Database', 'Worker', 'Web process'].map(
      (what) => `✓ ${what}`,
    ),
    ...['Shopify', 'Scopes', 'Webhooks', 'Deliveries', 'Proxy', 'Block'].map((what) => `✓ ${OURS} · ${what}`),
    '✓ Clock',
    '',
  ])
})

it.each(BREAKS)('names %s, and nothing else', async (_, breakIt, settings, words) => {
  const mend = await breakIt()
  try {
    const { code, faults } = await doctor(settings)
    expect([code, faults]).toEqual([1, [expect.stringContaining(words)]])
  } finally {
    await mend?.()
  }
})

it('names a clock that is wrong', async () => {
  const { code, faults } = await doctor({ NODE_OPTIONS: `--import=${resolve('test/running/clock-off.ts')}`, CLOCK_OFF_SECONDS: '300' })
  expect(code).toBe(1)
  expect(faults.join()).toMatch(/✗ Clock: The clock of this machine is (299|30\d) s ahead/)
})

it('says what it cannot know, and ends with 0', async () => {
  synced.simulator.changeScopes(OURS, 'revoke', ['read_themes'])
  await synced.quiet()
  const { code, faults } = await doctor()
  expect([code, faults]).toEqual([0, [expect.stringContaining(`? ${OURS} · Block: without read_themes nobody can see`)]])
})

it('looks at one shop, and says how it is called', async () => {
  expect((await doctor({}, ['--shop', 'theirs.myshopify.com'])).faults).toEqual([
    '✗ theirs.myshopify.com: has not installed the app. Open the app’s install link there.',
  ])
  expect(await doctor({}, ['--shop', 'theirs'])).toMatchObject({ code: 2, said: '“theirs” is no shop: say NAME.myshopify.com.\n' })
  expect(await doctor({}, ['--all'])).toMatchObject({ code: 2, said: expect.stringContaining('npm run doctor -- --shop DOMAIN') })
})

it('names a web process that does not run, and what ends with it', async () => {
  await synced.app.stop('web')
  const { code, faults } = await doctor()
  expect(code).toBe(1)
  expect(faults[0]).toContain('✗ Web process: does not answer at')
  expect(faults).toContainEqual(expect.stringContaining(`✗ ${OURS} · Proxy: /apps/tandem/offers is answered with 502`))
})

it('names a token that Shopify takes no longer', async () => {
  synced.simulator.revokeTokens(OURS)
  const { code, faults } = await doctor()
  expect(code).toBe(1)
  expect(faults).toContainEqual(expect.stringContaining(`✗ ${OURS} · Shopify: takes the stored token no longer. Open the app`))
})
