import { toAmount, type Minor } from '#app/commerce/money.ts'
import type { HeldLine } from '#app/privacy/data-requests.server.ts'
import { csvRow } from '#app/wording/write-csv.ts'

const COLUMNS = ['order', 'ordered_at', 'customer_id', 'product', 'quantity', 'unit_price', 'discount', 'currency'] as const

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
    discount: toAmount(line.discount as Minor, currency),
    currency,
  }))
}

/** The rows as a file that a spreadsheet may open. */
export function toCsv(rows: readonly Row[]): string {
  return [csvRow(COLUMNS), ...rows.map((row) => csvRow(COLUMNS.map((column) => row[column])))].join('')
}
