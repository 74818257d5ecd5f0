import { join } from 'node:path'
import { appNamespace } from './admin/app-config.ts'
import { grantedScopes, type Installation } from './admin/installation.ts'
import type { SimulatorOptions } from './simulator-options.ts'
import { openStorefront, type Storefront } from './storefront/storefront-door.ts'
import { openExtensionHost } from './ui-extensions/extension-host.ts'

/** Where the blocks on Shopify's own pages are. */
export const uiFolderOf = ({ uiExtensionFolder, extensionFolder }: Pick<SimulatorOptions, 'uiExtensionFolder' | 'extensionFolder'>) =>
  uiExtensionFolder ?? join(extensionFolder, '../checkout-offers')

/** A metafield is open to the storefront when the app defined it so; the merchant's own ones are. */
export function storefrontOf(installation: Installation, { extensionFolder, drawPicture, ...options }: SimulatorOptions): Storefront {
  const { app, definitions, now, storefrontUrl, pixel } = installation
  const known = {
    appNamespace: appNamespace(app),
    isStorefrontReadable: (ownerType: string, namespace: string, key: string) =>
      namespace.startsWith('app--') ? definitions.find(ownerType, namespace, key)?.storefront === 'PUBLIC_READ' : true,
  }
  const host = openExtensionHost({
    folder: uiFolderOf({ ...options, extensionFolder }),
    schemaFolder: options.schemaFolder,
    askOf: ({ shop, customer }) => ({ ...known, shop, customer, storefrontUrl, scopes: new Set(grantedScopes(installation)) }),
    now,
  })
  return openStorefront({
    ...known,
    extensionFolder,
    drawPicture,
    now,
    pixel,
    blocks: { host, storefrontUrl, appNamespace: known.appNamespace },
  })
}
