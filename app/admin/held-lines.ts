import { toAmount, type Minor } from '#app/commerce/money.ts'
import type { HeldLine } from './data-requests.server.ts'

const COLUMNS = ['order', 'ordered_at', 'customer_id', 'product', 'quantity', 'unit_price', 'currency'] as const

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>

/** What is held about a customer as a merchant hands it over: one row for each order line, prices as decimal text. */
export function toRows(lines: readonly HeldLine[], currency: string): Row[] {
  return lines.map((line) => ({
    order: line.order,
    ordered_at: line.orderedAt,
    customer_id: line.customer,
    product: line.product,
    quantity: line.quantity,
    unit_price: toAmount(line.unitPrice as Minor, currency),
    currency,
  }))
}

/** The rows as comma-separated text. A title that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function toCsv(rows: readonly Row[]): string {
  const field = (value: string | number | null): string => {
    const text = value === null ? '' : typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [COLUMNS.join(), ...rows.map((row) => COLUMNS.map((column) => field(row[column])).join())].join('\r\n') + '\r\n'
}
