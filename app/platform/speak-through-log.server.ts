import { format } from 'node:util'
import { log } from './log.server.ts'

/**
 * Whatever else this process would print goes into the log, and through what takes secrets out of it: libraries and Node
 * itself warn of addresses, with all that stands in them, a merchant's token as well.
 */
export function speakThroughLog(): void {
  const through =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (...said: unknown[]) =>
      log[level](format(...said))
  Object.assign(console, {
    error: through('error'),
    warn: through('warn'),
    info: through('info'),
    log: through('info'),
    debug: through('debug'),
  })
  // Node's own listener is the one that prints.
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => log.warn({ why: message }, name))
}
