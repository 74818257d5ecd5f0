import type { Installation } from '../admin/installation.ts'
import { hasPage, placedBlocks, placeUiBlock, type BlockSettings } from '../ui-extensions/placed.ts'
import { readExtensions, type SettingField, type UiExtension } from '../ui-extensions/read-extensions.ts'
import { escapeText } from './escape-text.ts'
import { framePage } from './frame-page.ts'

/**
 * As much of the editor of Shopify's own pages (checkout, thank-you, order status, account) as a merchant needs for our blocks: each
 * with its settings, to be added and removed. Those that the shop's plan has no page for are not there.
 */
export async function checkoutEditorAnswer(
  request: Request,
  installation: Installation,
  all: readonly Installation[],
  folder: string,
): Promise<Response> {
  const { shop } = installation
  const extensions = readExtensions(folder).filter((one) => hasPage(shop.facts.plan, one))
  if (request.method === 'POST') {
    const form = new URLSearchParams(await request.text())
    const extension = extensions.find(({ handle }) => handle === form.get('block'))
    if (extension) placeUiBlock(shop.themeFiles, extension.handle, form.get('do') === 'remove' ? null : chosen(extension, form))
    return Response.redirect(request.url, 303)
  }
  const placed = placedBlocks(shop.themeFiles)
  const html = `<div class="editor editor--blocks">${extensions.map((one) => blockForm(one, placed[one.handle])).join('')}</div>`
  return framePage({ installation, all, opens: { kind: 'checkout-editor', title: 'Checkout and accounts editor', html } })
}

function blockForm({ handle, name, target, settings }: UiExtension, placed: BlockSettings | undefined): string {
  return `<form method="post">
    <h2>${escapeText(name)}</h2>
    <p>${escapeText(target)}</p>
    <input type="hidden" name="block" value="${handle}">
    ${settings.map((field) => settingField(field, placed?.[field.key])).join('')}
    <div class="editor__actions">
      <button class="primary" name="do" value="add">${placed ? 'Save settings' : 'Add block'}</button>
      ${placed ? '<button name="do" value="remove">Remove</button>' : ''}
    </div>
  </form>`
}

function settingField({ key, type, name, description = '', validations = [] }: SettingField, value: unknown): string {
  const label = `<label title="${escapeText(description)}">${escapeText(name)}`
  if (type === 'boolean') return `${label} <input type="checkbox" name="${key}" value="true"${value === true ? ' checked' : ''}></label>`
  const bounds = validations.map((one) => ` ${one.name}="${escapeText(one.value)}"`).join('')
  const kind = type === 'number_integer' ? `type="number"${bounds}` : 'type="text"'
  return `${label} <input ${kind} name="${key}" value="${escapeText(String(value ?? ''))}"></label>`
}

/** What is left empty is not set. */
function chosen({ settings }: UiExtension, form: URLSearchParams): BlockSettings {
  return Object.fromEntries(
    settings.flatMap(({ key, type }) => {
      const written = form.get(key)?.trim() ?? ''
      if (written === '') return []
      return [[key, type === 'boolean' ? true : type === 'number_integer' ? Number(written) : written] as const]
    }),
  )
}
