import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, it } from 'vitest'
import { endAfterUs } from '../../../prisma/end-after-us.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { eventually } from '../../running/eventually.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

const TUNNEL = 'https://one-two-three.trycloudflare.com'

/** What is started, and how, by `shopify app dev`. */
function startAsCli(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['app/commands/dev.ts'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'development', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endAfterUs(child, ['TERM', 'KILL'])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return { child, said: () => said }
}

it('shopify app dev has both processes run, reached through its tunnel', async () => {
  const port = await freePort()
  const { child, said } = startAsCli({
    DATABASE_URL: await aDatabase({ migrated: false }),
    SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
    SHOPIFY_API_SECRET: 'shpss_0123456789abcdef',
    HOST: TUNNEL,
    PORT: String(port),
    SERVER_PORT: String(port),
  })
  atEnd(() => void child.kill('SIGKILL'))
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.text(), String)
  await eventually('both processes are ready', async () => (await ready()) === 'ready')
  expect(said()).toContain(`"url":"${TUNNEL}"`)
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(await ready()).toContain('fetch failed')
})

it('started by hand it says who starts it', async () => {
  const { child, said } = startAsCli({})
  expect(await once(child, 'close')).toEqual([2, null])
  expect(said()).toBe('Shopify’s CLI starts this, and says for which app: npx shopify app dev\n')
})

it('the CLI is told of a task that there is', () => {
  const { commands } = parse(readFileSync('shopify.web.toml', 'utf8')) as { commands: { dev: string } }
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  expect(Object.values(scripts)).toContain(commands.dev)
})
