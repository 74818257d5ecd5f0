import { join } from 'node:path'
import type { Liquid } from 'liquidjs'
import type { DrawBlock, DrawnBlock } from './app-block.ts'
import { extensionAssetUrl, openAppBlocks } from './app-block.ts'
import { escapeHtml } from './escape-html.ts'
import type { TemplateSection } from './json-template.ts'
import { readTemplate } from './json-template.ts'
import type { LiquidGlobals } from './liquid/open-liquid.ts'
import { openLiquid } from './liquid/open-liquid.ts'
import { readWords } from './liquid/words.ts'
import type { ThemeSettings } from './theme-settings.ts'

export const themeFolder = join(import.meta.dirname, 'theme')

const NO_LAYOUT = /\{%-?\s*layout\s+none\s*-?%\}/

/** `page` is a template's name without folder and end: `product`. */
export interface Theme {
  /** With the app blocks that the template places. */
  page(page: string, themeFiles: ReadonlyMap<string, string>, globals: LiquidGlobals): Promise<string>
  /** What an app has written itself, in the theme's layout unless it says `{% layout none %}`. */
  liquid(source: string, globals: LiquidGlobals): Promise<string>
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
  const inLayout = (content: string, header: string, name: string, globals: LiquidGlobals): Promise<string> => {
    const layout = { content_for_header: platformOf(globals) + header, content_for_layout: content, template: { name } }
    return engine.renderFile('layout/theme', layout, { globals }) as Promise<string>
  }
  return {
    async page(page, themeFiles, globals) {
      const template = readTemplate(themeFiles, `templates/${page}.json`)
      const drawn: DrawnBlock[] = []
      let content = ''
      for (const id of template.order) {
        const section = template.sections[id]
        if (section) content += await renderSection(engine, id, section, globals, drawBlock, drawn)
      }
      return inLayout(content, headerOf(drawn), page, globals)
    },
    async liquid(source, globals) {
      const own = source.replace(NO_LAYOUT, '')
      const content = (await engine.parseAndRender(own, {}, { globals })) as string
      return own === source ? inLayout(content, '', 'app-proxy', globals) : content
    },
    async section(page, id, themeFiles, globals) {
      const section = readTemplate(themeFiles, `templates/${page}.json`).sections[id] ?? { type: id }
      return renderSection(engine, id, section, globals, drawBlock, []).catch(() => null)
    },
  }
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
function platformOf({ routes, settings }: LiquidGlobals): string {
  const { root_url } = routes as { root_url: string }
  const known = `<script data-shopify>window.Shopify = ${JSON.stringify({ routes: { root: root_url.replace(/\/?$/, '/') } })}</script>\n`
  if (!(settings as ThemeSettings).standard_actions) return known
  return `${known}<script type="module" src="/cdn/shopify/standard-actions.js"></script>\n`
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
