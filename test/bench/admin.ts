import { resolve } from 'node:path'
import { freePort } from '../../prisma/free-port.ts'
import { adminPages } from '../running/admin-pages.ts'
import { startApp } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { askApp, openWithAll, publishInApp } from '../running/merchant.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { judge, p75, type Visited } from './admin/judge.ts'
import { rulesOf, shopOf } from './admin/kept-shops.ts'
import { serveEmpty } from './admin/serve-empty.ts'
import { LINES, visit, WIDTHS, type View, type Visit } from './admin/visit.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { ownDatabase } from './measuring/own-database.ts'

const FOLDER = resolve('.data/bench-admin')
const VIEWS: readonly View[] = LINES.flatMap((line) => WIDTHS.map((width) => ({ line, width })))

/**
 * `--visits 10 --small 384 --few 3 --large 20000 --many 500`: how every page of the admin comes to a merchant's browser, each visit
 * with nothing cached and a change that waits for review, on a desk and on a phone, at once and over 1.6 Mbit/s with 150 ms; beside it
 * an empty page of Polaris. In a shop of `small` products and `few` rules, and in one of `large` and `many`; 0 products leave a shop
 * out. All of it takes hours; `--visits 2 --large 0` some minutes.
 */
export const run: Bench = async (args) => {
  const { visits, ...sizes } = readNumbers(args, { visits: 10, small: 384, few: 3, large: 20_000, many: 500 })
  const shops = [
    { name: 'small', products: sizes.small, rules: sizes.few },
    { name: 'large', products: sizes.large, rules: sizes.many },
  ].filter(({ products }) => products > 0)
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const postgres = await ownDatabase(FOLDER, 2)
  const { database } = postgres
  const worlds = shops.map(({ name, products }) => shopOf(name, products, new Date()))
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds })
  const app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs: FOLDER })
  const browser = await openBrowser()
  const empty = await serveEmpty(`http://localhost:${shopPort}/app-bridge.js`)

  const settle = async (domain: string, products: number, rules: number) => {
    await openWithAll(simulator, app.url, domain)
    await awaitSync(database, domain, console.log)
    const [waiting, ...live] = rulesOf(products, rules + 1)
    const put = async (made: typeof live) => {
      const edits = made.map((rule) => ({ id: rule.id, was: null, is: rule }))
      const { status, text } = await askApp(simulator, app.url, domain, '/app/rules.data?index', { kind: 'edit', edits })
      if (status !== 200 || !text.includes('done')) throw new Error(`The rules were not taken: ${status} ${text.slice(0, 300)}`)
    }
    await put(live)
    await publishInApp(simulator, app.url, domain)
    await put([waiting!])
    await awaitQuiet(simulator, database)
  }
  const visitAll = async (page: string, shop: string, address: string, origin: string, times: number): Promise<Visited[]> => {
    const seen: Visited[] = []
    for (const view of VIEWS) {
      const made: Visit[] = []
      for (let time = 0; time < times; time += 1) made.push(await visit(browser, address, origin, view))
      seen.push({ ...view, page, shop, visits: made })
      const [lcp, shift, inp, bytes] = (['lcp', 'shift', 'inp', 'bytes'] as const).map((part) => p75(made, part))
      console.log(
        `${shop} ${page || '/'} ${view.width} ${view.line}: ${Math.round(lcp!)} ms, shift ${shift!.toFixed(3)}, ${inp} ms until an answer, ${Math.round(bytes! / 1_000)} kB`,
      )
    }
    return seen
  }
  try {
    // The first visits warm browser and server.
    for (const { name } of shops) {
      const { products, rules } = shops.find((one) => one.name === name)!
      console.log(`Making the ${name} shop of ${products} products and ${rules} rules …`)
      await settle(`${name}.myshopify.com`, products, rules)
      await visit(browser, simulator.adminUrl(`${name}.myshopify.com`), app.url, VIEWS[0]!)
    }
    await visit(browser, empty.address, empty.address, VIEWS[0]!)
    const plain = await visitAll('', 'nobody', empty.address, empty.address, Math.max(visits, 3))
    const all: Visited[] = []
    const pages = adminPages({ 'rules/:id': ['new', 'rule-1'], 'products/:id': [1], 'history/:number': [1], 'results/orders/:id': [] })
    for (const { name } of shops)
      for (const page of pages)
        all.push(...(await visitAll(page, name, simulator.adminUrl(`${name}.myshopify.com`, page), app.url, visits)))
    return judge(all, plain)
  } finally {
    await browser.close()
    await empty.stop()
    await app.stop()
    await simulator.stop()
    await postgres.stop()
  }
}
