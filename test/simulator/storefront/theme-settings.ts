import type { TemplateBlock } from './json-template.ts'

/** How the theme treats the cart. Its names are the themes' own where they have one. */
export interface ThemeSettings {
  /** Whose cart it behaves as. Horizon's hears standard events alone, Dawn's is handed sections to draw. */
  readonly theme: 'horizon' | 'dawn'
  /** Horizon has no notification: there it is a page. */
  readonly cart_type: 'drawer' | 'notification' | 'page'
  /** Horizon's drawer opens itself when something is added; Dawn's always does. */
  readonly auto_open_cart_drawer: boolean
  /** False: as storefronts were before Shopify put `Shopify.actions` on every page. */
  readonly standard_actions: boolean
  /** Whether shoppers come from where the law asks for their consent first. The merchant's privacy settings, in truth. */
  readonly consent: 'required' | 'not-required'
}

/** An app embed in the theme's settings, in Shopify's own shape. */
export interface Embed extends TemplateBlock {
  readonly disabled: boolean
}

interface Settings extends ThemeSettings {
  readonly blocks?: Readonly<Record<string, Embed>>
}

const file = 'config/settings_data.json'
const untouched: ThemeSettings = {
  theme: 'horizon',
  cart_type: 'page',
  auto_open_cart_drawer: false,
  standard_actions: true,
  consent: 'not-required',
}

export function readThemeSettings(themeFiles: ReadonlyMap<string, string>): Settings {
  const { current } = JSON.parse(themeFiles.get(file) ?? '{"current":{}}') as { current: Partial<Settings> }
  return { ...untouched, ...current }
}

/** Does what a merchant does in the theme's settings; what is not named stays. */
export function changeTheme(themeFiles: Map<string, string>, change: Partial<Settings>): void {
  themeFiles.set(file, JSON.stringify({ current: { ...readThemeSettings(themeFiles), ...change } }, null, 2))
}
