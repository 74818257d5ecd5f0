import type { Installation } from '../admin/installation.ts'
import type { Order } from '../shop.ts'
import { decimal } from '../state/money.ts'
import { orderBlocks } from '../ui-extensions/admin-blocks.ts'
import { escapeText } from './escape-text.ts'
import { framePage } from './frame-page.ts'

const LATEST = 50

/** The merchant's latest orders, and each on a page of its own, with the app's blocks. */
export function ordersPage(path: string, installation: Installation, all: readonly Installation[], blockFolder: string): Response {
  const { shop } = installation
  const [, number] = /^\/orders\/(\d+)$/.exec(path) ?? []
  const order = number === undefined ? undefined : shop.orders.get(Number(number))
  const show = (title: string, html: string) => framePage({ installation, all, opens: { kind: 'orders', title, html } })
  if (order) return show(order.name, `${linesOf(order)}${orderBlocks(blockFolder, installation, order.id)}`)
  if (path !== '/orders') return framePage({ installation, all, opens: { kind: 'nothing', path } })
  const latest = [...shop.orders.values()].toSorted((one, other) => madeAt(other) - madeAt(one)).slice(0, LATEST)
  const rows = latest.map((one) => {
    const made = new Date(madeAt(one)).toISOString().slice(0, 16).replace('T', ' ')
    const sum = one.lines.reduce((total, { price, currentQuantity }) => total + price * currentQuantity, 0)
    const link = `<a href="/store/${shop.facts.handle}/orders/${one.id}">${escapeText(one.name)}</a>`
    return `<tr><td>${link}</td><td>${made}</td><td>${decimal(sum)} ${shop.facts.currency}</td></tr>`
  })
  const empty = '<tr><td colspan="3">No orders yet</td></tr>'
  return show('Orders', tableOf(['Order', 'Made (UTC)', 'Goods'], rows.length > 0 ? rows : [empty]))
}

const madeAt = ({ processedAt, createdAt }: Order) => Date.parse(processedAt ?? createdAt)

function linesOf({ lines }: Order): string {
  const rows = lines.map(({ title, variantTitle, currentQuantity, price }) => {
    const variant = variantTitle === 'Default Title' ? '' : `<small>${escapeText(variantTitle)}</small>`
    return `<tr><td>${escapeText(title)}${variant}</td><td>${currentQuantity}</td><td>${decimal(price)}</td></tr>`
  })
  return tableOf(['Product', 'Quantity', 'Price'], rows)
}

function tableOf(heads: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${heads.map((one) => `<th>${one}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
