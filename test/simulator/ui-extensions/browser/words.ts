type Values = Readonly<Record<string, string | number>>

/** `shopify.i18n` in a language. A key without words throws: a shopper would read nothing there. */
export function wordsIn(words: Readonly<Record<string, unknown>>, locale: string) {
  return {
    translate(key: string, values: Values = {}): string {
      const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words)
      const cases = found as Readonly<Record<string, string>>
      const phrase =
        typeof found === 'object' && found !== null
          ? (cases[new Intl.PluralRules(locale).select(Number(values['count']))] ?? cases['other'])
          : found
      if (typeof phrase !== 'string') throw new Error(`No words for ${key}`)
      return phrase.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
    },
    formatNumber: (number: number, options: Intl.NumberFormatOptions = {}) => new Intl.NumberFormat(locale, options).format(number),
    formatCurrency: (amount: number, options: Intl.NumberFormatOptions = {}) =>
      new Intl.NumberFormat(locale, { style: 'currency', ...options }).format(amount),
    formatDate: (date: Date, options: Intl.DateTimeFormatOptions = {}) => new Intl.DateTimeFormat(locale, options).format(date),
  }
}
