import { join } from 'node:path'
import { env } from '#app/platform/env.server.ts'

/** Where this machine's processes keep models, beside what they serve to storefronts. */
export const MODEL_FOLDER = join(env.SNAPSHOT_FOLDER, 'models')
