import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { freePort } from '../../../prisma/free-port.ts'
import { eventually } from '../../running/eventually.ts'
import { layOutImage } from '../../running/laid-out-image.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

/** What an image may take unpacked. */
const MOST = 350_000_000

const place = mkdtempSync(join(tmpdir(), 'tandem-image-'))
atEnd(() => rmSync(place, { recursive: true, force: true }))
// Whoever runs it is not who laid it out.
chmodSync(place, 0o755)
const data = join(place, 'data')

/** Node 24 is all there is beside what was laid out; as root, the commands run as somebody who may write nowhere but in the volume. */
const stranger = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

let image: Awaited<ReturnType<typeof layOutImage>>
beforeAll(async () => {
  image = await layOutImage(place)
})

it('what the image holds is small, and migrates, serves and works as a stranger on files that it cannot change', async () => {
  const { folder: laidOut, bytes } = image
  expect(bytes).toBeLessThan(MOST)
  for (const gone of ['typescript', 'prisma', 'vite', '@shopify/cli']) expect(globSync(join(laidOut, 'node_modules', gone))).toEqual([])

  mkdirSync(data, { mode: 0o777 })
  chmodSync(data, 0o777)
  const port = await freePort()
  const settings = {
    NODE_ENV: 'production',
    PATH: process.env['PATH'],
    TMPDIR: data,
    SNAPSHOT_FOLDER: join(data, 'published'),
    DATABASE_URL: await aDatabase({ migrated: false }),
    TOKEN_KEY: randomBytes(32).toString('hex'),
    SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
    SHOPIFY_API_SECRET: 'shpss_0123456789abcdef',
    SHOPIFY_APP_URL: 'https://tandem.example.com',
    HOST: '127.0.0.1',
    PORT: String(port),
  } as const
  const run = (...args: string[]) => {
    const child = spawn(process.execPath, args, { cwd: laidOut, env: settings, stdio: ['ignore', 'pipe', 'pipe'], ...stranger })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = once(child, 'exit') as Promise<[number | null]>
    atEnd(() => void child.kill('SIGKILL'))
    return { child, ended, said: () => said }
  }
  const codeOf = async (...args: string[]) => (await run(...args).ended)[0]
  const isHealthy = async () => (await codeOf('deploy/is-healthy.ts')) === 0

  expect(await isHealthy()).toBe(false)
  expect(await codeOf('deploy/run.ts', 'nope')).toBe(2)
  expect(await codeOf('deploy/run.ts', 'migrate')).toBe(0)
  const [web, worker] = [run('deploy/run.ts', 'web'), run('deploy/run.ts', 'worker')]
  await eventually('the container counts as healthy', isHealthy)
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'user-agent': 'Mozilla/5.0 Chrome/150' } })
  await eventually('both are ready', async () => (await ask('/readyz').then((answer) => answer.text())) === 'ready')
  await eventually('the worker waits for jobs', () => worker.said().includes('The worker waits for jobs'))
  expect((await ask('/')).status).toBe(200)
  for (const { child, ended, said } of [web, worker]) {
    child.kill('SIGTERM')
    expect([await ended, said().includes('"level":50')]).toEqual([[0, null], false])
  }
})
