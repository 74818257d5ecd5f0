import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../../../prisma/free-port.ts'
import { aWorld } from '../../a/world.ts'
import { startReloadingApp } from '../../demo/reload/reloading-app.ts'
import { startedBy } from '../../running/all-processes.ts'
import { eventually } from '../../running/eventually.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { openApp, readDrawn } from '../../running/merchant.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

const PAGE = 'app/pages/history/history-page.tsx'
const DOOR = 'app/front/listen-for-health.server.ts'
const world = aWorld({ facts: { domain: 'worked-on.myshopify.com', handle: 'worked-on' } })

/** A copy of the sources that may be written to, beside what was built and installed here. */
function copiedSources(): string {
  const files = mkdtempSync(join(tmpdir(), 'reload-'))
  atEnd(() => rmSync(files, { recursive: true, force: true }))
  const copied = [
    'app',
    'styles',
    'public',
    'server.ts',
    'admin.ts',
    'worker.ts',
    'vite.config.ts',
    'compress-assets.ts',
    'without-json-schemas.ts',
    'package.json',
  ]
  for (const name of [...copied, 'shopify.app.toml', 'tsconfig.json', 'test/demo/reload', 'extensions/theme-blocks'])
    cpSync(name, join(files, name), { recursive: true, filter: (path) => !path.startsWith('app/generated/admin') })
  for (const name of ['node_modules', 'build']) symlinkSync(resolve(name), join(files, name))
  mkdirSync(join(files, 'logs'))
  return files
}

it('what is saved is shown without a start, what is broken is told and changes nothing, and nothing is left running', async () => {
  const files = copiedSources()
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds: [world] })
  atEnd(() => simulator.stop())
  const said: string[] = []
  const place = { databaseUrl: await aDatabase(), appPort, shopPort, logs: join(files, 'logs'), files }
  const app = await startReloadingApp(place, (line) => said.push(line))
  atEnd(() => app.stop())
  const tells = (what: string) => eventually(`it tells ${what}`, () => said.some((line) => line.includes(what)))
  // Whole at once, as editors do it: nobody reads half of a file.
  const save = (path: string, text: string) => {
    writeFileSync(join(files, 'saved'), text)
    renameSync(join(files, 'saved'), join(files, path))
  }
  await openApp(simulator, app.url, world.facts.domain)

  const draws = (what: string) =>
    eventually(`the page has ${what}`, async () => (await readDrawn(simulator, app.url, world.facts.domain, '/history')).includes(what))
  const page = readFileSync(PAGE, 'utf8')
  const titled = (title: string) => page.replace(/<Page title=\{.*?\}/, `<Page title="${title}"`)
  save(PAGE, titled('Written anew'))
  await draws('Written anew')
  save(PAGE, `${titled('Written badly')} }`)
  await tells(PAGE)
  await draws('Written anew')
  save(PAGE, titled('Written well'))
  await draws('Written well')
  expect(said.join()).not.toContain('estarted')

  const health = () => fetch(`${app.url}/healthz`).then((answer) => answer.text())
  const answers = (what: string) => eventually(`the web process answers ${what}`, async () => (await health()) === what)
  const door = readFileSync(DOOR, 'utf8')
  save(DOOR, door.replace(`'ok'`, `'changed'`))
  await answers('changed')
  await tells(`Restarted: ${DOOR} changed`)
  save(DOOR, `${door} }`)
  await tells(`Not restarted, though ${DOOR} changed. The app did not start: SyntaxError`)
  expect(said.find((line) => line.startsWith('Not restarted'))).toContain(join(files, DOOR))
  expect(await health()).toBe('changed')
  save(DOOR, door)
  await answers('ok')

  await app.stop()
  expect(startedBy(process.pid).filter(({ called }) => /\b(server|worker|admin)\.ts/.test(called))).toEqual([])
})
