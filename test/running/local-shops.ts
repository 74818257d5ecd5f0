import { readFileSync } from 'node:fs'
import { builtFunction } from '../functions/built-function.ts'
import { drawPicture } from '../simulator/world/pictures/draw-picture.ts'
import type { World } from '../simulator/shop.ts'
import type { ShopMemory } from '../simulator/shop-memory.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { readPixelFields } from '../simulator/web-pixels/app-pixel.ts'
import { bundlePixel } from './bundle-pixel.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from './app-processes.ts'

export interface LocalShopsPlace {
  readonly port: number
  readonly appUrl: string
  /** The first is the main shop. */
  readonly worlds: readonly World[]
  /** What the shops were remembered as, by domain. */
  readonly memories?: ReadonlyMap<string, ShopMemory>
  /** Pauses before each further attempt to deliver a webhook, in milliseconds. */
  readonly retryDelays?: readonly number[]
}

/** Starts local shops that know this repository's app: its configuration, its theme block, its function, its key and secret. */
export async function startLocalShops({ memories = new Map(), ...place }: LocalShopsPlace): Promise<Simulator> {
  return startSimulator({
    ...place,
    memories,
    apiKey: LOCAL_API_KEY,
    apiSecret: LOCAL_API_SECRET,
    schemaFolder: '.data/schemas',
    extensionFolder: 'extensions/theme-blocks',
    functions: [await builtFunction()],
    appToml: readFileSync('shopify.app.toml', 'utf8'),
    pixel: { fields: readPixelFields('extensions/behavior-pixel'), script: bundlePixel },
    drawPicture,
  })
}
