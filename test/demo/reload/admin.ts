import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/node'
import { createServer as openVite, type Plugin } from 'vite'
import { doorOf } from '#app/front/door-of.ts'
import { loadPages } from './load-pages.ts'

/**
 * `admin.ts PORT WEB-PORT`: the app as browsers reach it while somebody works on it. The admin is drawn here from its sources, and Vite
 * tells open tabs what has changed; what is for the web process goes on to the one that was named last.
 */
const DRAWN_HERE: readonly string[] = ['admin', 'assets']

const [port, firstWebPort] = process.argv.slice(2).map(Number)
let webPort = firstWebPort
process.on('message', (told: { readonly webPort: number }) => (webPort = told.webPort))

/** Words stand below all pages: a tab that took up some of what reads them would have two kinds of words, and is loaded anew. */
const wordsAnew: Plugin = {
  name: 'words-anew',
  handleHotUpdate({ file, server: { ws } }) {
    if (!file.endsWith('.json')) return undefined
    ws.send({ type: 'full-reload' })
    return []
  },
}

const server = createServer()
const vite = await openVite({
  appType: 'custom',
  plugins: [wordsAnew],
  cacheDir: '.data/vite',
  logLevel: 'silent',
  optimizeDeps: { entries: ['app/root.tsx', 'app/{pages,kit}/**/*.tsx'] },
  server: { middlewareMode: true, hmr: { server }, watch: { ignored: ['**/{.data,build,test}/**'] } },
})

const current = loadPages(vite, console.error)

async function draw(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { build, listenForPages } = await current()
  const draw = createRequestHandler(build, 'development')
  listenForPages({ draw, isOver: () => Promise.resolve(), done: () => undefined })(incoming, outgoing)
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
  if (!DRAWN_HERE.includes(doorOf(incoming.url ?? ''))) return passOn(incoming, outgoing)
  vite.middlewares(incoming, outgoing, () => {
    draw(incoming, outgoing).catch((error: Error) => outgoing.writeHead(500).end(error.stack))
  })
})
server.listen(port, '127.0.0.1')
await once(server, 'listening')
process.send?.('listens')

for (const told of ['SIGTERM', 'disconnect']) process.on(told, () => process.exit(0))
