import { clockFault } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { ill, well, type Finding } from './finding.ts'

const PATIENCE = 10_000

/** Whether the web process answers where Shopify and merchants' browsers reach it. */
export async function lookAtApp(): Promise<Finding> {
  const address = env.SHOPIFY_APP_URL
  try {
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(PATIENCE), redirect: 'manual' })
    const said = (await response.text()).slice(0, 200)
    if (response.status === 200 && said === 'ready') return well('Web process', `is ready at ${address}`)
    if (response.status === 503) return ill('Web process', `answers at ${address}, but not well: ${said}.`, 'Its log says more.')
    return ill(
      'Web process',
      `is not what answers at ${address} (${response.status}).`,
      'Look at the proxy before it, and at SHOPIFY_APP_URL.',
    )
  } catch (error) {
    const { message, cause } = error as Error & { readonly cause?: Error }
    return ill('Web process', `does not answer at ${address} (${cause?.message ?? message}).`, 'Start it: node server.ts')
  }
}

/** What Shopify's answers have said of the time meanwhile. */
export function lookAtClock(): Finding {
  const fault = clockFault()
  return fault === undefined ? well('Clock', 'is right') : ill('Clock', `${fault}.`, 'Set this machine’s clock, by NTP.')
}
