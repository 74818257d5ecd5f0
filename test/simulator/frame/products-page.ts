import type { Installation } from '../admin/installation.ts'
import { decimal } from '../state/money.ts'
import { escapeText } from './escape-text.ts'
import { framePage } from './frame-page.ts'

/** The merchant's products with today's price and stock of the first variant, which can be changed here. */
export async function productsPage(request: Request, installation: Installation, all: readonly Installation[]): Promise<Response> {
  const { shop, storefrontUrl } = installation
  if (request.method === 'POST') {
    const form = new URLSearchParams(await request.text())
    shop.changeProduct(Number(form.get('id')), (product) => {
      const [variant] = product.variants
      const price = Math.round(Number(form.get('price')) * 100)
      if (variant && Number.isInteger(price) && price >= 0) variant.price = price
      const stock = Number(form.get('stock'))
      if (variant && form.get('stock') !== '' && Number.isInteger(stock)) variant.stock = stock
    })
    return Response.redirect(new URL(`${new URL(request.url).pathname}#p${form.get('id')}`, request.url), 303)
  }
  const rows = [...shop.products.values()].map(({ id, title, handle, productType, status, variants: [variant] }) => {
    const name = `<a href="${storefrontUrl}/products/${handle}" target="_blank" rel="noreferrer">${escapeText(title)}</a>`
    return `<tr id="p${id}"><td>${name}<small>${escapeText(productType)}</small></td><td>${status.toLowerCase()}</td>
      <td><form method="post"><input type="hidden" name="id" value="${id}">
        <input name="price" inputmode="decimal" aria-label="Price of ${escapeText(title)}" value="${decimal(variant?.price ?? 0)}">
        <input name="stock" inputmode="numeric" aria-label="Stock of ${escapeText(title)}" value="${variant?.stock ?? ''}">
        <button>Save</button></form></td></tr>`
  })
  const html = `<table><thead><tr><th>Product</th><th>Status</th><th>Price and stock</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return framePage({ installation, all, opens: { kind: 'products', title: 'Products', html } })
}
