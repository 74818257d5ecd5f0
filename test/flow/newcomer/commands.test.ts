import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { freePort } from '../../../prisma/free-port.ts'
import { localEnvironment } from '../../running/app-processes.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const folder = mkdtempSync(join(tmpdir(), 'newcomer-'))
atEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))

interface Told {
  readonly code: number | null
  readonly said: string
}

/** Runs a program as at a terminal where nothing is set but these. */
async function tell(program: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { PATH = '', HOME = '' } = process.env
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'development', PATH, HOME, ...settings }
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
const command = (file: string, args: readonly string[], settings?: Readonly<Record<string, string>>) =>
  tell(process.execPath, [`app/commands/${file}.ts`, ...args], settings)

/** A line of a trace names a place in a file. */
const TRACE = /^\s+at .+:\d+:\d+\)?$/m
const expectRefused = ({ code, said }: Told, words: string) => {
  expect(said).toContain(words)
  expect(said).not.toMatch(TRACE)
  expect(code).toBeGreaterThan(0)
}

/** How each script of `package.json` may be called wrongly, and what it says then. */
const WRONGLY: Readonly<Record<string, readonly (readonly [args: string, words: string])[]>> = {
  demo: [
    ['--nope', "Unknown option '--nope'"],
    ['--port x', '--port takes a whole number'],
    ['again', 'npm run demo -- '],
  ],
  start: [['--nope', 'takes no arguments']],
  build: [['--nope', 'takes no arguments']],
  test: [
    ['--nope', 'no option'],
    ['no-such-test', 'No test’s path'],
  ],
  validate: [['x.test.ts', 'takes no arguments']],
  bench: [
    ['', 'There is no bench “”. There are: admin, copy, endurance, footprint, fresh-machine, function, ledger,'],
    ['nope', 'There is no bench “nope”'],
  ],
  rules: [
    ['', 'npm run rules -- VERB FILE --shop DOMAIN'],
    ['nope', 'There is no “nope”.'],
    ['--nope', "Unknown option '--nope'"],
    ['plan', 'Which file?'],
    ['undo more --shop a.myshopify.com', '“more” is one too many.'],
    ['plan x.yaml --shop example.com', 'example.com is none'],
  ],
  doctor: [
    ['--nope', 'npm run doctor -- --shop DOMAIN'],
    ['again', 'npm run doctor -- --shop DOMAIN'],
    ['--shop nope', '“nope” is no shop'],
  ],
  dev: [['--nope', 'takes no arguments']],
  migration: [
    ['', 'A migration needs one name'],
    ['Add-Rule', '“Add-Rule” is no name for a migration'],
    ['add_this and_that', 'A migration needs one name'],
  ],
  release: [
    ['', 'npm run release -- 0.2.0'],
    ['0.0.1', 'does not come after'],
    ['99.0.0 x', '“x” is one too many.'],
  ],
  generate: [['x', 'takes no arguments']],
  mutation: [
    ['--nope', "Unknown option '--nope'"],
    ['--seed x', '--seed takes a whole number'],
  ],
  words: [['--nope', 'takes no arguments']],
  typecheck: [['--nope', 'takes no arguments']],
  lint: [
    ['--nope', "Invalid option '--nope'"],
    ['nowhere.ts', 'No files matching the pattern "nowhere.ts" were found.'],
  ],
  format: [['--config nowhere.json', 'Invalid configuration']],
  'test:unit': [
    ['--nope', 'Unknown option `--nope`'],
    ['nowhere', 'No test files found'],
  ],
  'test:flow': [['--nope', 'Unknown option `--nope`']],
  'test:e2e': [['--nope', 'Unknown option `--nope`']],
}

it('each script of package.json is called wrongly below', () => {
  expect(Object.keys(WRONGLY).sort()).toEqual(Object.keys(scripts).sort())
})

it.each(Object.entries(WRONGLY).flatMap(([script, calls]) => calls.map(([args, words]) => [script, args, words] as const)))(
  'npm run %s -- %s is told its mistake, without a trace',
  async (script, args, words) => {
    expectRefused(await tell('npm', ['run', '--silent', script, '--', ...args.split(' ').filter((arg) => arg !== '')]), words)
  },
)

it('rules say in one line what to set, and only where they are called as they should be', async () => {
  const { code, said } = await command('rules', ['export', join(folder, 'x.yaml')])
  expect([code, said.trim().split('\n').length]).toEqual([2, 1])
  for (const words of ['Set DATABASE_URL, SHOPIFY_API_KEY', 'TOKEN_KEY', '--shop DOMAIN', 'npm run demo']) expect(said).toContain(words)
  expect(await command('rules', [])).toEqual({ code: 2, said: expect.stringMatching(/^npm run rules -- VERB/) })
  expectRefused(await command('migrate', []), 'Set DATABASE_URL')
  expectRefused(await command('migrate', [], { DATABASE_URL: 'mysql://x' }), 'DATABASE_URL: ')
})

it('a shop, a file, a database that is not there is told in a line', async () => {
  const beside = (databaseUrl: string) => localEnvironment({ databaseUrl, appPort: 3000, shopPort: 4600 })
  const [empty, bare] = [await aDatabase(), await aDatabase({ migrated: false })]
  const at = (change: (url: URL) => void) => {
    const url = new URL(inject('testServer'))
    change(url)
    return url.href
  }
  const port = await freePort()
  const places = [
    [empty, 'The app is not installed in nobody.myshopify.com.'],
    [bare, 'Bring the database up to date: node app/commands/migrate.ts'],
    [at((url) => (url.pathname = '/nowhere')), 'database "nowhere" does not exist'],
    [at((url) => (url.port = String(port))), 'The database cannot be reached'],
    [at((url) => Object.assign(url, { hostname: 'localhost', port: String(port) })), 'The database cannot be reached'],
    [at((url) => (url.username = 'nobody')), 'role "nobody" does not exist'],
  ] as const
  const plan = async ([url, words]: (typeof places)[number]) => {
    const told = await command('rules', ['plan', join(folder, 'nowhere.yaml'), '--shop', 'nobody.myshopify.com'], beside(url))
    expectRefused(told, words)
    expect(told.said.trim().split('\n')).toHaveLength(1)
  }
  // Most of it is waiting for a database that does not answer.
  await Promise.all([
    ...places.map(plan),
    ...places.slice(2).map(async ([url, words]) => expectRefused(await command('migrate', [], beside(url)), words)),
  ])
})
