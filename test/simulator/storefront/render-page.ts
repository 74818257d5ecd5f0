import { join } from 'node:path'
import type { Liquid } from 'liquidjs'
import type { DrawBlock, DrawnBlock } from './app-block.ts'
import { extensionAssetUrl, openAppBlocks } from './app-block.ts'
import { escapeHtml } from './escape-html.ts'
import type { JsonTemplate, TemplateSection } from './json-template.ts'
import { overlays, readTemplate } from './json-template.ts'
import type { LiquidGlobals } from './liquid/open-liquid.ts'
import { openLiquid } from './liquid/open-liquid.ts'
import { readWords } from './liquid/words.ts'
import { platformTags } from './platform-tags.ts'
import type { ShopState } from '../state/shop-state.ts'
import type { ThemeSettings } from './theme-settings.ts'
import { readThemeSettings } from './theme-settings.ts'

export const themeFolder = join(import.meta.dirname, 'theme')

const NO_LAYOUT = /\{%-?\s*layout\s+none\s*-?%\}/

/** `page` is a template's name without folder and end: `product`. */
export interface Theme {
  /** With the app blocks that the template and the theme's groups place, and the embeds that are switched on. */
  page(page: string, themeFiles: ReadonlyMap<string, string>, globals: LiquidGlobals): Promise<string>
  /** What an app has written itself, in the theme's layout unless it says `{% layout none %}`. */
  liquid(source: string, themeFiles: ReadonlyMap<string, string>, globals: LiquidGlobals): Promise<string>
  /** One of the page's sections, or a static one by its file's name; null where it cannot be drawn. */
  section(page: string, id: string, themeFiles: ReadonlyMap<string, string>, globals: LiquidGlobals): Promise<string | null>
}

export function openTheme(extensionFolder: string): Theme {
  const engine = openLiquid({
    root: themeFolder,
    snippets: join(themeFolder, 'snippets'),
    words: readWords(join(themeFolder, 'locales'), '.json'),
    assetUrl: (file) => `/cdn/theme/${file}`,
  })
  const drawBlock = openAppBlocks(extensionFolder)
  const sectionsOf = async ({ sections, order }: JsonTemplate, globals: LiquidGlobals, drawn: DrawnBlock[]): Promise<string> => {
    let html = ''
    for (const id of order) if (sections[id]) html += await renderSection(engine, id, sections[id], globals, drawBlock, drawn)
    return html
  }
  const inLayout = async (content: string, name: string, { themeFiles, globals, drawn }: Drawing): Promise<string> => {
    const { theme, cart_type, blocks = {} } = readThemeSettings(themeFiles)
    const hasDrawer = theme === 'horizon' && cart_type === 'drawer'
    const group = hasDrawer ? await sectionsOf(readTemplate(themeFiles, overlays), globals, drawn) : ''
    const on = Object.entries(blocks).filter(([, { disabled }]) => !disabled)
    const embeds = await Promise.all(on.map(([id, embed]) => drawBlock(id, embed, globals)))
    const htmlIn = (isBody: boolean): string =>
      embeds
        .filter(({ target }) => (target === 'body') === isBody)
        .map(({ html }) => html)
        .join('\n')
    const header = platformOf(globals) + htmlIn(false) + headerOf([...drawn, ...embeds])
    const layout = { content_for_header: header, content_for_layout: content, template: { name } }
    const groups = { section_groups: { 'overlay-group': group } }
    const html = (await engine.renderFile('layout/theme', { ...layout, ...groups }, { globals })) as string
    return html.replace(/(?=<\/body>)/, () => htmlIn(true))
  }
  return {
    async page(page, themeFiles, globals) {
      const drawn: DrawnBlock[] = []
      const content = await sectionsOf(readTemplate(themeFiles, `templates/${page}.json`), globals, drawn)
      return inLayout(content, page, { themeFiles, globals, drawn })
    },
    async liquid(source, themeFiles, globals) {
      const own = source.replace(NO_LAYOUT, '')
      const content = (await engine.parseAndRender(own, {}, { globals })) as string
      return own === source ? inLayout(content, 'app-proxy', { themeFiles, globals, drawn: [] }) : content
    },
    async section(page, id, themeFiles, globals) {
      const files = [`templates/${page}.json`, overlays].map((file) => readTemplate(themeFiles, file))
      const section = files.flatMap(({ sections }) => sections[id] ?? [])[0] ?? { type: id }
      return renderSection(engine, id, section, globals, drawBlock, []).catch(() => null)
    },
  }
}

interface Drawing {
  readonly themeFiles: ReadonlyMap<string, string>
  readonly globals: LiquidGlobals
  /** The blocks that the page has so far. */
  readonly drawn: DrawnBlock[]
}

/** Adds what it draws to `drawn`. */
async function renderSection(
  engine: Liquid,
  id: string,
  section: TemplateSection,
  globals: LiquidGlobals,
  drawBlock: DrawBlock,
  drawn: DrawnBlock[],
): Promise<string> {
  const blocks = []
  for (const name of section.block_order ?? []) {
    const block = section.blocks?.[name]
    if (!block) continue
    const made = await drawBlock(name, block, globals)
    drawn.push(made)
    blocks.push({ id: name, type: '@app', html: made.html })
  }
  const scope = { section: { id, settings: section.settings ?? {}, blocks } }
  const html = await engine.renderFile(`sections/${section.type}`, scope, { globals })
  return `<div id="shopify-section-${id}" class="shopify-section">${html}</div>`
}

/** What Shopify itself puts on every page. */
function platformOf({ routes, settings, web_pixel: pixel }: LiquidGlobals): string {
  const { root_url } = routes as { root_url: string }
  const { standard_actions, consent } = settings as ThemeSettings
  const tags = platformTags(root_url, consent, pixel as ShopState['pixel'])
  return standard_actions ? `${tags}<script type="module" src="/cdn/shopify/standard-actions.js"></script>\n` : tags
}

/** Each asset once, however many blocks ask for it. */
function headerOf(drawn: readonly DrawnBlock[]): string {
  const stylesheets = new Set(drawn.flatMap((block) => block.stylesheet ?? []))
  const scripts = new Set(drawn.flatMap((block) => block.javascript ?? []))
  const url = (file: string) => escapeHtml(extensionAssetUrl(file))
  return [
    ...[...stylesheets].map((file) => `<link rel="stylesheet" href="${url(file)}" media="all">`),
    ...[...scripts].map((file) => `<script src="${url(file)}" defer></script>`),
  ].join('\n')
}
