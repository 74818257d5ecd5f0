import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { giveWay } from '#app/platform/give-way.server.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { signSessionToken } from '../../simulator/admin/oauth/session-token.ts'
import { PRODUCTS, WORST } from './settle-in.ts'

/**
 * The worst shop, in a process of its own that has the cores that others leave: `worst-shop.ts URL`. It imports files of 50 MB in
 * pieces of every size, reviews and previews ten things at once, sends bodies by half, and has an address without a token ask for
 * pages as fast as it can; all at the same time, until it is ended. Prints how often what was answered how.
 */
const url = new URL(process.argv[2]!)
process.on('disconnect', () => process.exit(0))
giveWay()

const [MERCHANT, STRANGER, HALVES] = ['127.0.0.66', '127.0.0.67', '127.0.0.68']
const answered: Record<string, number> = {}
const note = (what: string, status: number) => void (answered[`${what} ${status}`] = (answered[`${what} ${status}`] ?? 0) + 1)
const token = () => signSessionToken({ key: LOCAL_API_KEY, secret: LOCAL_API_SECRET }, WORST, new Date())
const signedIn = () => ({ authorization: `Bearer ${token()}`, 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' })

/** The status; 0 where the connection broke. `pieces` of the body are sent one by one. */
function ask(from: string, method: string, path: string, headers: Record<string, string>, pieces: Iterable<Buffer> = []): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({ host: url.hostname, port: url.port, localAddress: from, agent: false, method, path, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', () => resolve(0))
    void (async () => {
      for (const piece of pieces) {
        if (sent.destroyed) return
        if (!sent.write(piece)) await new Promise((drained) => sent.once('drain', drained).once('close', drained))
      }
      sent.end()
    })()
  })
}

const again = async (work: () => Promise<unknown>): Promise<never> => {
  for (;;) {
    await work()
    await wait(10)
  }
}

const row = (at: number) => `thing-${(at % PRODUCTS) + 1},thing-${((at * 7) % PRODUCTS) + 1}\n`
const honest = Buffer.from(`handle,recommended handles\n${Array.from({ length: 3_200_000 }, (_, at) => row(at)).join('')}`).subarray(
  0,
  49_900_000,
)
const nasty = [
  Buffer.from(`handle,recommended handles\nthing-1,"${'/products/'.repeat(10_000)}"\n`),
  Buffer.from(`handle,recommended handles\n${'"'.repeat(600_000)}\n`),
  Buffer.from(`handle,recommended handles\n${'a,'.repeat(300_000)}\n`),
]
function* cut(file: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}
const files = [
  [honest, 65_536],
  [honest.subarray(0, 600_000), 1],
  [honest, 1_000],
  ...nasty.flatMap((file) => [
    [file, 65_536],
    [file, 1],
  ]),
] as [Buffer, number][]

let turn = 0
const imports = () =>
  again(async () => {
    const [file, size] = files[(turn += 1) % files.length]!
    note(
      'import',
      await ask(
        MERCHANT,
        'POST',
        '/app/import/csv',
        { ...signedIn(), 'content-type': 'text/csv', 'transfer-encoding': 'chunked' },
        cut(file, size),
      ),
    )
  })
const PAGES = [
  '/app/review.data',
  '/app/placements/preview.data?product=1',
  '/app/review/waiting',
  '/app/rules.data',
  '/app/rules/list/problems.data',
  '/app/products.data',
]
const pages = (at: number) => again(async () => note('page', await ask(MERCHANT, 'GET', PAGES[at % PAGES.length]!, signedIn())))
const stranger = () => again(async () => note('stranger', await ask(STRANGER, 'GET', `/nowhere-${randomBytes(3).toString('hex')}`, {})))
/** A body that stops half way, under a signature that could be one; taken up again when it is given up. */
const half = () =>
  again(
    () =>
      new Promise<void>((resolve) => {
        const socket = connect({ host: url.hostname, port: Number(url.port), localAddress: HALVES })
        socket.on('error', () => {}).once('close', () => resolve())
        socket.write(`POST /webhooks HTTP/1.1\r\nHost: x\r\nX-Shopify-Hmac-Sha256: ${'A'.repeat(43)}=\r\nContent-Length: 4900000\r\n\r\n`)
        socket.write(Buffer.alloc(2_400_000))
        socket.on('data', () => {})
      }),
  )

process.on('message', () => {
  process.send!(answered)
})
process.send!('ready')
await Promise.all([
  ...Array.from({ length: 3 }, imports),
  ...Array.from({ length: 20 }, (_, at) => pages(at)),
  ...Array.from({ length: 40 }, stranger),
  ...Array.from({ length: 200 }, half),
])
