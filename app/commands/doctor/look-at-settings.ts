import type { Env } from '#app/platform/env.server.ts'
import { IncompleteEnvironment } from '#app/platform/incomplete-environment.ts'
import type { AppConfig } from './app-config.ts'
import { ill, well, type Finding } from './finding.ts'

const MEND = 'Set it as the app’s processes have it; README names every setting.'

/** A line for each setting that the app cannot do without, and for each that is wrong. No secret is among the words. */
export async function lookAtSettings(config: AppConfig): Promise<readonly Finding[]> {
  try {
    const { env } = await import('#app/platform/env.server.ts')
    return found(env, config)
  } catch (error) {
    if (!(error instanceof IncompleteEnvironment)) throw error
    return error.faults.map(({ variable, why, isMissing }) => ill(variable, isMissing ? 'is not set.' : `${why}.`, MEND))
  }
}

function found(env: Env, { clientId, address }: AppConfig): readonly Finding[] {
  const { host, pathname } = new URL(env.DATABASE_URL)
  const isLocal = env.LOCAL_SHOP_URL !== undefined
  return [
    well('DATABASE_URL', host + pathname),
    env.SHOPIFY_API_KEY === clientId
      ? well('SHOPIFY_API_KEY', clientId)
      : ill(
          'SHOPIFY_API_KEY',
          `is ${env.SHOPIFY_API_KEY}, but shopify.app.toml is of ${clientId}.`,
          'Link the file to this app: npx shopify app config link',
        ),
    well('SHOPIFY_API_SECRET', env.SHOPIFY_API_SECRET_BEFORE ? 'set, and the one before' : 'set'),
    well('TOKEN_KEY', env.TOKEN_KEY_BEFORE ? 'set, and the one before' : 'set'),
    // A local shop, and Shopify’s CLI while it develops, put the app's address in the file's place.
    isLocal || env.NODE_ENV === 'development' || env.SHOPIFY_APP_URL.replace(/\/$/, '') === address
      ? well('SHOPIFY_APP_URL', env.SHOPIFY_APP_URL)
      : ill(
          'SHOPIFY_APP_URL',
          `is ${env.SHOPIFY_APP_URL}, but Shopify was told ${address}.`,
          'Write the right one into shopify.app.toml as well, then npx shopify app deploy',
        ),
  ]
}
