import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { globalId } from '../admin/global-id.ts'
import type { Installation } from '../admin/installation.ts'
import { THEME } from '../admin/resolvers/themes.ts'
import type { JsonTemplate } from '../storefront/json-template.ts'
import { readWords } from '../storefront/liquid/words.ts'
import { readThemeSettings } from '../storefront/theme-settings.ts'
import { hasPage, placedBlocks } from '../ui-extensions/placed.ts'
import { readExtensions } from '../ui-extensions/read-extensions.ts'
import { ownBlocks } from './editor-ask.ts'
import { inEnglish } from './editor-fields.ts'

const themeId = globalId('OnlineStoreTheme', THEME.number)

interface Placed {
  readonly target: string
  readonly themeId: string
}

/**
 * What `shopify.app.extensions()` tells of the theme app extension, and of the blocks on Shopify's own pages: of the former, each of its blocks, and where the published theme has it, such as
 * `template--product/main/tandem`; of an embed, that it is switched on. It takes no scope.
 */
export function extensionsAnswer({ shop }: Installation, extensionFolder: string, uiExtensionFolder: string): Response {
  const { name, handle = name } = parse(readFileSync(join(extensionFolder, 'shopify.extension.toml'), 'utf8')) as Record<string, string>
  const words = readWords(join(extensionFolder, 'locales'), '.schema.json')
  const blocks = ownBlocks(extensionFolder).map((block) => {
    const { name, target } = block.schema
    const activations = target === 'section' ? placesOf(block.handle, shop.themeFiles) : switchedOn(block.handle, shop.themeFiles)
    const status = activations.length > 0 ? 'active' : 'available'
    return { handle: block.handle, name: inEnglish(words, name), target, status, activations }
  })
  const placed = placedBlocks(shop.themeFiles)
  const ui = readExtensions(uiExtensionFolder).map((one) => ({
    handle: one.handle,
    type: 'ui_extension',
    activations: placed[one.handle] && hasPage(shop.facts.plan, one) ? [{ target: one.target }] : [],
  }))
  return Response.json([{ handle: handle!.toLowerCase(), type: 'theme_app_extension', activations: blocks }, ...ui])
}

function placesOf(block: string, themeFiles: ReadonlyMap<string, string>): Placed[] {
  return [...themeFiles].flatMap(([file, content]) => {
    const [, folder, template] = /^(templates|sections)\/(.+)\.json$/.exec(file) ?? []
    if (template === undefined) return []
    const kind = folder === 'templates' ? 'template' : 'sections'
    return Object.entries((JSON.parse(content) as JsonTemplate).sections).flatMap(([section, { blocks = {} }]) =>
      Object.entries(blocks)
        .filter(([, { type }]) => type.includes(`/blocks/${block}/`))
        .map(([id]) => ({ target: `${kind}--${template}/${section}/${id}`, themeId })),
    )
  })
}

function switchedOn(block: string, themeFiles: ReadonlyMap<string, string>): Placed[] {
  const embed = readThemeSettings(themeFiles).blocks?.[block]
  return embed && !embed.disabled ? [{ target: 'settings_data', themeId }] : []
}
