import { globalId } from '../admin/global-id.ts'
import type { Installation } from '../admin/installation.ts'
import { readTemplate, type TemplateBlock } from '../storefront/json-template.ts'
import { placeBlock, removeBlock } from '../storefront/place-block.ts'
import { changeTheme } from '../storefront/theme-settings.ts'
import { escapeText } from './escape-text.ts'
import { framePage } from './frame-page.ts'
import { chosenTheme, themeFields } from './theme-choice.ts'

const TEMPLATE = 'templates/product.json'
const APP_BLOCK = 'shopify://apps/'

/**
 * As much of a theme editor as a merchant needs for our block: the blocks of the product page, the block's heading and
 * number of cards, whose cart the theme behaves as, and beside them a product page, of a product with offers where there is one.
 */
export async function themeEditorAnswer(request: Request, installation: Installation, all: readonly Installation[]): Promise<Response> {
  const { shop, storefrontUrl, app } = installation
  if (request.method === 'POST') {
    const form = new URLSearchParams(await request.text())
    if (form.get('do') === 'theme') changeTheme(shop.themeFiles, chosenTheme(form))
    else if (form.get('do') === 'remove') removeBlock(shop.themeFiles)
    else placeBlock(shop.themeFiles, chosenSettings(form))
    return Response.redirect(request.url, 303)
  }
  const { sections, order } = readTemplate(shop.themeFiles, TEMPLATE)
  const blocks = order.flatMap((id) => Object.values(sections[id]?.blocks ?? {}))
  const ours = blocks.find(({ type }) => type.startsWith(APP_BLOCK))
  const shown = [...shop.products.values()].filter(({ status, publishedAt }) => status === 'ACTIVE' && publishedAt !== null)
  const product = shown.find(({ id }) => shop.metafields.of(globalId('Product', id)).length > 0) ?? shown[0]
  const html = `<div class="editor">
    <form method="post">
      <h2>Product page</h2>
      <ol>${order.map((id) => `<li>${escapeText(sections[id]?.type ?? id)}<ul>${blockNames(Object.values(sections[id]?.blocks ?? {}), app.title)}</ul></li>`).join('')}</ol>
      ${settingsFields(ours)}
      <div class="editor__actions">
        <button class="primary" name="do" value="add">${ours ? 'Save settings' : `Add ${escapeText(app.title)} block`}</button>
        ${ours ? '<button name="do" value="remove">Remove</button>' : ''}
      </div>
      ${themeFields(shop.themeFiles)}
    </form>
    ${product ? `<iframe title="Preview of a product page" src="${storefrontUrl}/products/${product.handle}"></iframe>` : ''}
  </div>`
  return framePage({ installation, all, opens: { kind: 'theme-editor', title: 'Theme editor', html } })
}

function blockNames(blocks: readonly TemplateBlock[], appTitle: string): string {
  return blocks
    .map(({ type }) => `<li>${escapeText(type.startsWith(APP_BLOCK) ? `${appTitle}: ${type.split('/')[5]}` : type)}</li>`)
    .join('')
}

function settingsFields(block: TemplateBlock | undefined): string {
  const value = (name: string): string => escapeText(String(block?.settings?.[name] ?? ''))
  return `<label>Heading <input name="heading" value="${value('heading')}" placeholder="As the theme's language says it"></label>
    <label>Number of cards <input name="cards" type="number" min="1" max="12" value="${value('cards')}" placeholder="4"></label>`
}

/** What was left empty stays as the block itself says. */
function chosenSettings(form: URLSearchParams): Record<string, unknown> {
  const heading = form.get('heading')?.trim()
  const cards = Number(form.get('cards'))
  return { ...(heading && { heading }), ...(cards >= 1 && cards <= 12 && { cards }) }
}
