import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Said } from '#app/front/admin-process.server.ts'
import { watchWork } from '#app/front/watch-work.server.ts'
import { endInOrder } from '#app/platform/end-process.server.ts'
import { env } from '#app/platform/env.server.ts'
import { closeServer } from '#app/platform/http/close-server.server.ts'
import { speakThroughLog } from '#app/platform/speak-through-log.server.ts'
import { openTraces } from '#app/platform/traces/trace.server.ts'
import { closeQueue } from '#app/queue/queue.server.ts'
import { listenForPages } from '#app/routes/listen-for-pages.server.ts'

/** A process of the admin, which is Remix's: the web process starts it and passes on to it what merchants ask for. */
speakThroughLog()
await openTraces('tandem-admin')
const { build, isOver } = watchWork((await import(new URL('build/server/index.js', import.meta.url).href)) as ServerBuild)

// Where the web process is gone, nobody need hear it.
const say = (said: Said): void => void process.send?.(said, undefined, undefined, () => undefined)
const done = () => say({ kind: 'done', rss: process.memoryUsage.rss() })

const server = createServer(listenForPages({ draw: createRequestHandler(build, env.NODE_ENV), isOver, done }))
// The web process alone asks here, and keeps its connections.
server.keepAliveTimeout = 0
server.listen(process.argv[2])
await once(server, 'listening')
say({ kind: 'listens' })

endInOrder(async () => {
  await closeServer(server)
  await closeQueue()
})
