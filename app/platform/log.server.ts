import { env } from './env.server.ts'
import { openLog } from './open-log.server.ts'

/** This process's log. Ids, counts and reasons only: never a body, a token or anything about a person. */
export const log = openLog(env.LOG_LEVEL)
