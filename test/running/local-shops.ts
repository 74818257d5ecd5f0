import { readFileSync } from 'node:fs'
import { drawPicture } from '../simulator/world/pictures/draw-picture.ts'
import type { World } from '../simulator/shop.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from './app-processes.ts'

export interface LocalShopsPlace {
  readonly port: number
  readonly appUrl: string
  /** The first is the main shop. */
  readonly worlds: readonly World[]
}

/** Starts local shops that know this repository's app: its configuration, its theme block, its key and secret. */
export function startLocalShops({ port, appUrl, worlds }: LocalShopsPlace): Promise<Simulator> {
  return startSimulator({
    port,
    appUrl,
    worlds,
    apiKey: LOCAL_API_KEY,
    apiSecret: LOCAL_API_SECRET,
    schemaFolder: '.data/schemas',
    extensionFolder: 'extensions/theme-blocks',
    appToml: readFileSync('shopify.app.toml', 'utf8'),
    drawPicture,
  })
}
