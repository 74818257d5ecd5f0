import pino, { type DestinationStream, type Logger } from 'pino'
import { logContext } from './log-context.server.ts'
import { redact, redactText } from './redact.ts'

/**
 * One line of JSON an event. Ids, counts and reasons are what belongs there; whatever comes along in a reason or an error
 * (a token, an address, a body) is taken out on the way, library's words included.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    mixin: () => ({ ...logContext() }),
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (event) => redact(event) as Record<string, unknown> },
    hooks: {
      logMethod(words, write) {
        const [event, ...rest] = words as unknown as readonly unknown[]
        // Left alone, the writer would take an error's own words for the sentence.
        const error = event instanceof Error ? event : (event as { err?: unknown } | null)?.err
        const sentence = rest.length === 0 && error instanceof Error ? [error.message] : rest
        const said = [event instanceof Error ? { err: event } : event, ...sentence]
        write.apply(this, said.map((word) => (typeof word === 'string' ? redactText(word) : word)) as unknown as typeof words)
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
