import { statfs } from 'node:fs/promises'
import { createServer } from 'node:http'
import { collectDefaultMetrics } from 'prom-client'
import { env } from '../env.server.ts'
import { answerPlainly } from '../http/answer-plainly.server.ts'
import { log } from '../log.server.ts'
import { gaugeOf, registry } from './registry.server.ts'

/**
 * Answers `/metrics` at a port of its own, which is none where no METRICS_PORT is set. It does not keep this process from ending, nor does
 * a port that is taken.
 */
export function serveMetrics(): void {
  if (env.METRICS_PORT === undefined) return
  collectDefaultMetrics({ register: registry })
  gaugeOf('tandem_snapshot_folder_free_ratio', 'What is free of the disk that snapshots are kept on, 0 to 1', async () => {
    const { bavail, blocks } = await statfs(env.SNAPSHOT_FOLDER)
    return [{ value: blocks === 0 ? 1 : bavail / blocks }]
  })
  const server = createServer((incoming, outgoing) => {
    if (incoming.method !== 'GET' || incoming.url?.split('?')[0] !== '/metrics') return answerPlainly(outgoing, 404, 'Here is /metrics')
    registry.metrics().then(
      (text) => answerPlainly(outgoing, 200, text, { 'content-type': registry.contentType }),
      (error: Error) => {
        log.error({ why: error.message }, 'The figures could not be told')
        answerPlainly(outgoing, 500, '')
      },
    )
  })
  server.on('error', (error) => log.error({ port: env.METRICS_PORT, why: error.message }, 'Figures cannot be asked for'))
  server.listen(env.METRICS_PORT, env.METRICS_HOST).unref()
}
