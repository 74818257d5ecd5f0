const formats: Readonly<Record<string, { readonly decimals: number; readonly thousands: string; readonly point: string }>> = {
  amount: { decimals: 2, thousands: ',', point: '.' },
  amount_no_decimals: { decimals: 0, thousands: ',', point: '.' },
  amount_with_comma_separator: { decimals: 2, thousands: '.', point: ',' },
  amount_no_decimals_with_comma_separator: { decimals: 0, thousands: '.', point: ',' },
  amount_with_apostrophe_separator: { decimals: 2, thousands: "'", point: '.' },
  amount_with_space_separator: { decimals: 2, thousands: ' ', point: ',' },
}

/** Cents in the shop's own format, such as `${{amount}}`. Throws where the format names no amount that is known here. */
export function formatMoney(cents: number, format: string): string {
  return format.replace(/\{\{\s*(\w+)\s*\}\}/, (_, name: string) => {
    const shape = formats[name]
    if (!shape) throw new Error(`Unknown money format ${name}`)
    const [whole = '', fraction] = (Math.abs(cents) / 100).toFixed(shape.decimals).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, shape.thousands)
    return (cents < 0 ? '-' : '') + grouped + (fraction ? shape.point + fraction : '')
  })
}
