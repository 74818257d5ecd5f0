import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'smol-toml'
import { globalId } from '../admin/global-id.ts'
import type { Installation } from '../admin/installation.ts'
import { THEME } from '../admin/resolvers/themes.ts'
import { readSchema } from '../storefront/app-block.ts'
import type { JsonTemplate } from '../storefront/json-template.ts'
import { readWords, say } from '../storefront/liquid/words.ts'

interface Placed {
  readonly target: string
  readonly themeId: string
}

/**
 * What `shopify.app.extensions()` tells of the theme app extension: each of its blocks, and where the published theme has it, such as
 * `template--product/main/tandem`. It takes no scope.
 */
export function extensionsAnswer({ shop }: Installation, extensionFolder: string): Response {
  const { name, handle = name } = parse(readFileSync(join(extensionFolder, 'shopify.extension.toml'), 'utf8')) as Record<string, string>
  const words = readWords(join(extensionFolder, 'locales'), '.schema.json')
  const blocks = readdirSync(join(extensionFolder, 'blocks')).map((file) => {
    const block = basename(file, '.liquid')
    const schema = readSchema(readFileSync(join(extensionFolder, 'blocks', file), 'utf8'))
    const activations = schema.target === 'section' ? placesOf(block, shop.themeFiles) : []
    return {
      handle: block,
      name: schema.name.startsWith('t:') ? say(words, 'en', schema.name.slice(2), {}) : schema.name,
      target: schema.target,
      status: activations.length > 0 ? 'active' : 'available',
      activations,
    }
  })
  return Response.json([{ handle: handle!.toLowerCase(), type: 'theme_app_extension', activations: blocks }])
}

function placesOf(block: string, themeFiles: ReadonlyMap<string, string>): Placed[] {
  return [...themeFiles].flatMap(([file, content]) => {
    const template = /^templates\/(.+)\.json$/.exec(file)?.[1]
    if (template === undefined) return []
    return Object.entries((JSON.parse(content) as JsonTemplate).sections).flatMap(([section, { blocks = {} }]) =>
      Object.entries(blocks)
        .filter(([, { type }]) => type.includes(`/blocks/${block}/`))
        .map(([id]) => ({ target: `template--${template}/${section}/${id}`, themeId: globalId('OnlineStoreTheme', THEME.number) })),
    )
  })
}
