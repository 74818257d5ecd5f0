import pino from 'pino'
import { env } from '#app/env.server.ts'

/** One line of JSON an event. Ids, counts and reasons only: never a body, a token or anything about a person. */
export const log = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
