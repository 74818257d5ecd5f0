import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { createServer as openVite } from 'vite'
import type { listenForPages } from '#app/routes/listen-for-pages.server.ts'

/**
 * `admin.ts PORT WEB-PORT`: the app as browsers reach it while somebody works on it. The admin is drawn here from its sources, and Vite tells open
 * tabs what has changed; what is for the web process goes on to the one that was named last.
 */
const OF_WEB = /^\/(proxy\/|(webhooks|events|healthz|readyz)(\?|$))/
/** Milliseconds in which Vite has noticed a change. */
const NOTICED_WITHIN = 200

const [port, firstWebPort] = process.argv.slice(2).map(Number)
let webPort = firstWebPort
process.on('message', (told: { readonly webPort: number }) => (webPort = told.webPort))

const server = createServer()
const vite = await openVite({
  appType: 'custom',
  cacheDir: '.data/vite',
  logLevel: 'silent',
  optimizeDeps: { entries: ['app/root.tsx', 'app/{pages,kit}/**/*.tsx'] },
  server: { middlewareMode: true, hmr: { server }, watch: { ignored: ['**/{.data,build,test}/**'] } },
})

let drawn: ServerBuild | undefined
let told: string | undefined
/** The pages as their sources say; as they last could be drawn while those are broken, which is told once. */
async function currentBuild(): Promise<ServerBuild> {
  try {
    drawn = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    told = undefined
  } catch (error) {
    const { message, frame, stack } = error as Error & { readonly frame?: string }
    const why = frame ? `${message}\n${frame}` : (stack ?? message)
    if (why !== told) console.error(`The pages stay as they were. ${why}`)
    told = why
    if (!drawn) throw error
  }
  return drawn
}
// Who saves is told what is broken, whether a tab is open or not; Vite itself has noticed by then.
const look = () => void currentBuild().catch(() => undefined)
vite.watcher.on('all', () => setTimeout(look, NOTICED_WITHIN))
look()

async function draw(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const door = (await vite.ssrLoadModule('app/routes/listen-for-pages.server.ts')) as { listenForPages: typeof listenForPages }
  const pages = door.listenForPages({
    draw: createRequestHandler(await currentBuild(), 'development'),
    isOver: () => Promise.resolve(),
    done: () => undefined,
  })
  pages(incoming, outgoing)
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming
  // None of its connections outlives the web process that has it.
  const asked = request({ host: '127.0.0.1', port: webPort, agent: false, method, path: url, headers })
  asked.once('response', (answer) => {
    outgoing.writeHead(answer.statusCode!, answer.headers)
    answer.pipe(outgoing)
  })
  asked.once('error', () => outgoing.destroy())
  outgoing.once('close', () => asked.destroy())
  incoming.pipe(asked)
}

server.on('request', (incoming, outgoing) => {
  if (OF_WEB.test(incoming.url ?? '')) return passOn(incoming, outgoing)
  vite.middlewares(incoming, outgoing, () => {
    draw(incoming, outgoing).catch((error: Error) => outgoing.writeHead(500).end(error.stack))
  })
})
server.listen(port, '127.0.0.1')
await once(server, 'listening')
process.send?.('listens')

const end = () => process.exit(0)
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, end)
