import type { AppApproval } from './admin/app-approval.ts'
import type { FunctionSource } from './discounts/function-host.ts'
import type { Product, World } from './shop.ts'
import type { AppPixel } from './web-pixels/app-pixel.ts'
import type { ShopMemory } from './shop-memory.ts'
import type { Weather } from './weather/weather.ts'

export interface SimulatorOptions {
  readonly port: number
  readonly host?: string
  /** Where the app runs. */
  readonly appUrl: string
  readonly apiKey: string
  readonly apiSecret: string
  /** The first is the main shop. */
  readonly worlds: readonly World[]
  /** Holds Shopify's schema files, see `fetchSchemas`. */
  readonly schemaFolder: string
  readonly extensionFolder: string
  /** Of the blocks on Shopify's own pages; beside the other unless it is said. */
  readonly uiExtensionFolder?: string
  /** Of the blocks in the admin, likewise. */
  readonly adminBlockFolder?: string
  /** The app's functions, as built; none unless said. */
  readonly functions?: readonly FunctionSource[]
  /** The app's web pixel; none unless said. */
  readonly pixel?: AppPixel
  readonly drawPicture: (product: Product, size: { readonly width: number }) => string
  /** The text of shopify.app.toml. */
  readonly appToml: string
  /** What Shopify has approved of the app; all unless said. A configuration that takes more is refused. */
  readonly approval?: AppApproval
  readonly now?: () => Date
  /** What shops were remembered as, by domain; their worlds must be the remembered ones. */
  readonly memories?: ReadonlyMap<string, ShopMemory>
  /** Pauses before each further attempt to deliver a webhook, in milliseconds. */
  readonly retryDelays?: readonly number[]
  /** Makes the weather before anything is asked; by default it is fair. */
  readonly weather?: (domain: string, weather: Weather) => void
  /** What likely troubles are drawn from. */
  readonly seed?: string
}
