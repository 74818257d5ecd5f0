import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'smol-toml'

/** One extension of a toml, as Shopify knows it: what it draws, and what it is handed. */
export interface UiExtension {
  readonly handle: string
  readonly name: string
  /** Where it is drawn, such as `purchase.checkout.block.render`. */
  readonly target: string
  /** Its module's file. */
  readonly module: string
  readonly metafields: readonly { readonly namespace: string; readonly key: string }[]
  readonly mayQuery: boolean
  readonly mayUseNetwork: boolean
  readonly settings: readonly SettingField[]
}

export interface SettingField {
  readonly key: string
  readonly type: 'single_line_text_field' | 'number_integer' | 'boolean'
  readonly name: string
  readonly description?: string
  readonly validations?: readonly { readonly name: string; readonly value: string }[]
}

interface Toml {
  readonly api_version: string
  readonly extensions: readonly {
    readonly handle: string
    readonly name: string
    readonly type: string
    readonly targeting: readonly { readonly target: string; readonly module: string }[]
    readonly metafields?: UiExtension['metafields']
    readonly capabilities?: { readonly api_access?: boolean; readonly network_access?: boolean }
    readonly settings?: { readonly fields: readonly SettingField[] }
  }[]
}

/** The blocks that an extension's folder holds, one for each target. */
export function readExtensions(folder: string): UiExtension[] {
  const { extensions } = parse(readFileSync(join(folder, 'shopify.extension.toml'), 'utf8')) as unknown as Toml
  return extensions.flatMap(({ handle, name, targeting, metafields = [], capabilities = {}, settings }) =>
    targeting.map(({ target, module }) => ({
      handle,
      name,
      target,
      module: resolve(folder, module),
      metafields,
      mayQuery: capabilities.api_access ?? false,
      mayUseNetwork: capabilities.network_access ?? false,
      settings: settings?.fields ?? [],
    })),
  )
}
