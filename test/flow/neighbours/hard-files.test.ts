import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { askPage, asMerchant } from './ask-page.ts'
import { within } from './within.ts'

const worlds = ['ours', 'theirs'].map((handle) =>
  aWorld({ facts: { domain: `${handle}.myshopify.com`, handle }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] }),
)
const [OURS, THEIRS] = worlds.map(({ facts }) => facts.domain) as [string, string]

let running: SyncedShop
beforeAll(async () => {
  running = await aSyncedShop('hard-files', worlds[0]!, worlds[1]!)
})

/** Sends a file in pieces of so many bytes, each by itself. */
function importInPieces(file: string, size: number): Promise<{ readonly status: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(running.app.url)
    const headers = { ...asMerchant(running, OURS), 'content-type': 'text/csv' }
    const asked = request({ host: '127.0.0.1', port, path: '/app/import/csv', method: 'POST', headers }, (answer) => {
      void text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, said }))
    })
    asked.once('error', reject)
    asked.setNoDelay(true)
    let at = 0
    const send = (): void => {
      for (let piece = 0; piece < 500; piece += 1) {
        if (at >= file.length) return void asked.end()
        const next = file.slice(at, at + size)
        at += size
        if (!asked.write(next)) return void asked.once('drain', send)
      }
      setImmediate(send)
    }
    send()
  })
}

it.each([
  ['a cell of 100 kB', `handle,offered\nproduct-1,"${' product'.repeat(12_500)}"\nproduct-1,product-2\n`, 65_536],
  ['a file in pieces of a byte', `handle,offered\n${'product-1,product-2\n'.repeat(3_000)}`, 1],
])('while %s is read, everybody else is answered', async (_, file, size) => {
  let isRead = false
  const reading = importInPieces(file, size).finally(() => (isRead = true))
  let asked = 0
  do {
    expect((await within(5, '/healthz', fetch(`${running.app.url}/healthz`))).status).toBe(200)
    expect((await within(20, 'The other shop’s page', askPage(running, THEIRS, '/app/rules/list/problems.data'))).status).toBe(200)
    asked += 1
  } while (!isRead && asked < 1_000)
  expect(await within(60, 'The file', reading)).toEqual({ status: 200, said: expect.any(String) })
})
