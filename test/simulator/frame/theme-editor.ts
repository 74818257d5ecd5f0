import { join } from 'node:path'
import { globalId } from '../admin/global-id.ts'
import type { Installation } from '../admin/installation.ts'
import type { JsonTemplate, TemplateBlock } from '../storefront/json-template.ts'
import { overlays, readTemplate } from '../storefront/json-template.ts'
import type { Words } from '../storefront/liquid/words.ts'
import { readWords } from '../storefront/liquid/words.ts'
import { inDrawer, placeBlock, removeBlock, switchEmbed, takesApps } from '../storefront/place-block.ts'
import { changeTheme, readThemeSettings } from '../storefront/theme-settings.ts'
import { chosenSettings, inEnglish, settingFields } from './editor-fields.ts'
import type { EditorAsk, OwnBlock } from './editor-ask.ts'
import { isFor, ownBlocks, placeOf, readEditorAsk, templates } from './editor-ask.ts'
import { escapeText } from './escape-text.ts'
import { framePage } from './frame-page.ts'
import { chosenTheme, themeFields } from './theme-choice.ts'

const APP_BLOCK = 'shopify://apps/'

interface Editor {
  readonly installation: Installation
  readonly ask: EditorAsk
  readonly blocks: readonly OwnBlock[]
  readonly words: Words
}

/**
 * As much of a theme editor as a merchant needs for our blocks: the templates with what stands on each, a block's settings, app
 * embeds, whose cart the theme behaves as, and beside them a page of the template. Nothing is changed before it is saved.
 */
export async function themeEditorAnswer(
  request: Request,
  installation: Installation,
  all: readonly Installation[],
  extensionFolder: string,
): Promise<Response> {
  const blocks = ownBlocks(extensionFolder)
  const words = readWords(join(extensionFolder, 'locales'), '.schema.json')
  const ask = readEditorAsk(new URL(request.url).searchParams, installation.shop.themeFiles, blocks)
  const editor = { installation, ask, blocks, words }
  if (request.method === 'POST') {
    save(editor, new URLSearchParams(await request.text()))
    return Response.redirect(request.url, 303)
  }
  const html = `<div class="editor">
    <form method="post">
      ${navigation(ask)}
      ${outline(editor)}
      ${blockForm(editor)}
      ${embedFields(editor)}
      ${themeFields(installation.shop.themeFiles)}
    </form>
    <iframe title="Preview of the page" src="${installation.storefrontUrl}${previewPath(editor)}"></iframe>
  </div>`
  return framePage({ installation, all, opens: { kind: 'theme-editor', title: 'Theme editor', html } })
}

function save({ installation, ask, blocks }: Editor, form: URLSearchParams): void {
  const { themeFiles } = installation.shop
  const section = form.has('section') ? (form.get('section') ?? '') : ask.section
  const place = placeOf(ask, section || undefined)
  const [, embed, isOn] = /^embed:(.+):(on|off)$/.exec(form.get('do') ?? '') ?? []
  if (form.get('do') === 'theme') changeTheme(themeFiles, chosenTheme(form))
  else if (embed) switchEmbed(themeFiles, embed, isOn === 'on')
  else if (form.get('do') === 'remove') removeBlock(themeFiles, placed({ installation, ask })?.place ?? place)
  else {
    const standing = placed({ installation, ask })
    if (standing) removeBlock(themeFiles, standing.place)
    const schema = blocks.find(({ handle }) => handle === place.block)?.schema
    placeBlock(themeFiles, schema ? chosenSettings(schema, form) : {}, place)
  }
}

/** The block that the editor is about, where it stands already. */
function placed({ installation, ask }: Pick<Editor, 'installation' | 'ask'>) {
  for (const file of [`templates/${ask.template}.json`, overlays]) {
    const { sections } = readTemplate(installation.shop.themeFiles, file)
    for (const [id, { type, blocks = {} }] of Object.entries(sections))
      for (const [name, block] of Object.entries(blocks))
        if (block.type.includes(`/blocks/${ask.handle}/`))
          return { block, place: { block: ask.handle, file, name, section: type === 'apps' ? undefined : id } }
  }
  return undefined
}

function navigation({ template }: EditorAsk): string {
  const links = templates.map((one) => `<a href="?template=${one}"${one === template ? ' aria-current="page"' : ''}>${one}</a>`)
  return `<nav class="editor__templates" aria-label="Templates">${links.join(' ')}</nav>`
}

function outline({ installation: { shop, app }, ask }: Editor): string {
  const list = ({ sections, order }: JsonTemplate): string =>
    order
      .map((id) => `<li>${escapeText(sections[id]?.type ?? id)}<ul>${blockNames(sections[id]?.blocks ?? {}, app.title)}</ul></li>`)
      .join('')
  const both = [`templates/${ask.template}.json`, overlays].map((file) => list(readTemplate(shop.themeFiles, file)))
  return `<h2>Page: ${ask.template}</h2><ol>${both.join('')}</ol>`
}

function blockNames(blocks: Readonly<Record<string, TemplateBlock>>, appTitle: string): string {
  return Object.values(blocks)
    .map(({ type }) => `<li>${escapeText(type.startsWith(APP_BLOCK) ? `${appTitle}: ${type.split('/')[5]}` : type)}</li>`)
    .join('')
}

function blockForm(editor: Editor): string {
  const { installation, ask, blocks, words } = editor
  const fit = blocks.filter((block) => isFor(block, ask.template))
  const chosen = fit.find(({ handle }) => handle === ask.handle)
  if (!chosen) return ''
  const standing = placed(editor)
  const links = fit.map(
    ({ handle, schema }) => `<a href="?template=${ask.template}&amp;block=${handle}">${escapeText(inEnglish(words, schema.name))}</a>`,
  )
  return `<h2>${escapeText(inEnglish(words, chosen.schema.name))}</h2>
    <nav aria-label="Blocks">${links.join(' · ')}</nav>
    ${sectionChoice(editor, standing ? standing.place.section : ask.section)}
    ${settingFields(chosen.schema, words, standing?.block.settings ?? {})}
    <div class="editor__actions">
      <button class="primary" name="do" value="add">${standing ? 'Save settings' : `Add ${escapeText(installation.app.title)} block`}</button>
      ${standing ? '<button name="do" value="remove">Remove</button>' : ''}
    </div>`
}

/** A section of its own, or one of the theme's that takes an app's block. */
function sectionChoice({ installation: { shop }, ask }: Editor, current: string | undefined): string {
  const { theme, cart_type } = readThemeSettings(shop.themeFiles)
  const { sections } = readTemplate(shop.themeFiles, `templates/${ask.template}.json`)
  const hosts = Object.entries(sections).flatMap(([id, section]) => (section.type !== 'apps' && takesApps(section) ? [id] : []))
  const drawers = theme === 'horizon' && cart_type === 'drawer' ? [inDrawer.section] : []
  const options = ['', ...hosts, ...drawers].map(
    (id) => `<option value="${id}"${id === (current ?? '') ? ' selected' : ''}>${id === '' ? 'A section of its own' : id}</option>`,
  )
  return `<label>In <select name="section">${options.join('')}</select></label>`
}

function embedFields({ installation: { shop }, ask, blocks, words }: Editor): string {
  const on = readThemeSettings(shop.themeFiles).blocks ?? {}
  const embeds = blocks.filter(({ schema }) => schema.target !== 'section')
  const rows = embeds.map(({ handle, schema }) => {
    const isOn = on[handle]?.disabled === false
    const button = `<button name="do" value="embed:${handle}:${isOn ? 'off' : 'on'}"${ask.embed === handle && !isOn ? ' class="primary"' : ''}>`
    const name = escapeText(inEnglish(words, schema.name))
    return `<div>${name}: ${isOn ? 'on' : 'off'} ${button}Switch ${name} ${isOn ? 'off' : 'on'}</button></div>`
  })
  return rows.length > 0 ? `<h2>App embeds</h2>${rows.join('')}` : ''
}

/** A page of the template; of products and collections one that has offers, where there is one. */
function previewPath({ installation: { shop }, ask }: Editor): string {
  const shown = [...shop.products.values()].filter(({ status, publishedAt }) => status === 'ACTIVE' && publishedAt !== null)
  const product = shown.find(({ id }) => shop.metafields.of(globalId('Product', id)).length > 0) ?? shown[0]
  const [collection] = shop.collections.values()
  if (ask.template === 'product' && product) return `/products/${product.handle}`
  if (ask.template === 'collection' && collection) return `/collections/${collection.handle}`
  return ask.template === 'cart' || ask.template === 'search' ? `/${ask.template}` : '/'
}
