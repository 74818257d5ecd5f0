import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { endAfterUs } from '../../prisma/end-after-us.ts'
import { freePort } from '../../prisma/free-port.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { eventually } from '../running/eventually.ts'

const local = localEnvironment({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', appPort: 4601, shopPort: 4600 })
const { NODE_ENV: _said, ...unsaid } = local
const SECRET = 'shpss_0123456789abcdef'
const ADDRESS = 'https://tandem.example.com'
const { LOCAL_SHOP_URL: _shop, APP_BRIDGE_URL: _bridge, ...rest } = local
const real: Record<string, string> = {
  ...rest,
  NODE_ENV: 'production',
  SHOPIFY_APP_URL: ADDRESS,
  SHOPIFY_API_SECRET: SECRET,
  TOKEN_KEY: randomBytes(32).toString('hex'),
}

const only = (settings: Record<string, string>) =>
  Object.fromEntries([...Object.entries(settings), ['PATH', process.env['PATH']]]) as NodeJS.ProcessEnv

/** What a process says when it is started with these settings and ends at once; undefined where it did not end. */
async function lastWords(file: string, settings: Record<string, string>): Promise<string | undefined> {
  try {
    await promisify(execFile)(process.execPath, [file], { env: only(settings), timeout: 150_000 })
    return undefined
  } catch (error) {
    const { code, stderr } = error as { code: number | null; stderr: string }
    return code === null ? undefined : stderr
  }
}

describe.each(['server.ts', 'worker.ts'])('%s', (file) => {
  it.concurrent.each<[string, Record<string, string>, RegExp]>([
    ['in production', { ...local, NODE_ENV: 'production' }, /LOCAL_SHOP_URL: cannot be set in production/],
    ['in production, which is what it is unless said otherwise', unsaid, /LOCAL_SHOP_URL: cannot be set in production/],
    ['with a real app’s secret', { ...local, SHOPIFY_API_SECRET: SECRET }, /LOCAL_SHOP_URL: needs a SHOPIFY_API_SECRET/],
    ['from a public address', { ...local, SHOPIFY_APP_URL: ADDRESS }, /LOCAL_SHOP_URL: needs SHOPIFY_APP_URL on this machine/],
    ['on another machine', { ...local, LOCAL_SHOP_URL: 'http://shop.example.com' }, /LOCAL_SHOP_URL: must be on this machine/],
    [
      'by its App Bridge alone',
      { ...real, APP_BRIDGE_URL: 'http://localhost:4600/app-bridge.js' },
      /APP_BRIDGE_URL: goes with LOCAL_SHOP_URL only/,
    ],
    [
      'by its well-known secret alone',
      { ...real, SHOPIFY_API_SECRET: local['SHOPIFY_API_SECRET']! },
      /SHOPIFY_API_SECRET: is the local shop's/,
    ],
    ['by its well-known key alone', { ...real, TOKEN_KEY: local['TOKEN_KEY']! }, /TOKEN_KEY: is the local shop's/],
  ])('does not start pointed at the local shop %s', async (_, settings, why) => {
    expect(await lastWords(file, settings)).toMatch(why)
  })

  it.concurrent.each([undefined, '', 'a password that somebody made up', '0123456789abcdef0123456789abcdef'])(
    'does not start with %j as the key of tokens, and says how one is made',
    async (key) => {
      const { TOKEN_KEY: _, ...without } = real
      const said = await lastWords(file, key === undefined ? without : { ...without, TOKEN_KEY: key })
      expect(said).toMatch(/TOKEN_KEY: .*openssl rand -base64 32/)
    },
  )
})

it('starts with the settings of a real shop', async () => {
  const env = only({ ...real, PORT: String(await freePort()) })
  const child = spawn(process.execPath, ['server.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  endAfterUs(child, ['KILL'])
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as unknown[]
  child.kill()
  expect(String(said)).toContain('The web process listens')
})

it('a worker whose database is away ends when it is told to', async () => {
  const child = spawn(process.execPath, ['worker.ts'], { env: only(real), stdio: ['ignore', 'pipe', 'inherit'] })
  endAfterUs(child, ['KILL'])
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await eventually('it waits for its database', () => said.includes('The queue cannot be opened yet'))
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
