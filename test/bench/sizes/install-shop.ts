import { aWorld } from '../../a/world.ts'
import { startApp, type AppPlace } from '../../running/app-processes.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { openApp } from '../../running/merchant.ts'
import type { Simulator } from '../../simulator/simulator.ts'

export interface InstalledShop {
  readonly simulator: Simulator
  readonly appUrl: string
  readonly stop: () => Promise<void>
}

/** Starts a local shop and the app's web process, and installs the app there. No worker runs: what installing asks of one waits. */
export async function installShop(place: AppPlace, domain: string): Promise<InstalledShop> {
  const handle = domain.split('.')[0]!
  const worlds = [aWorld({ facts: { domain, handle } })]
  const simulator = await startLocalShops({ port: place.shopPort, appUrl: `http://localhost:${place.appPort}`, worlds })
  const app = await startApp(place)
  const stop = async () => {
    await app.stop()
    await simulator.stop()
  }
  try {
    await app.stop('worker')
    await openApp(simulator, app.url, domain)
  } catch (error) {
    await stop()
    throw error
  }
  return { simulator, appUrl: app.url, stop }
}
