import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'

/** The app's web pixel, as Shopify knows it. */
export interface AppPixel {
  /** Names of the settings that it takes, each of them needed. */
  readonly fields: readonly string[]
  /** Its script, as the CLI builds it. */
  readonly script: () => Promise<string>
}

/** What the app has told its pixel in one shop. */
export interface WebPixel {
  readonly id: string
  readonly settings: Readonly<Record<string, string>>
}

/** Reads an extension's folder. */
export function readPixelFields(folder: string): string[] {
  const { settings } = parse(readFileSync(join(folder, 'shopify.extension.toml'), 'utf8')) as unknown as {
    readonly settings?: { readonly fields?: Readonly<Record<string, unknown>> }
  }
  return Object.keys(settings?.fields ?? {})
}
