/** An amount in whole minor units (cents, yen) of the shop's own currency. */
export type Minor = number & { readonly __unit: 'minor' }

const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/

const WITHOUT_DIGITS = ['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']
const WITH_THREE = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']

/** How many digits a currency has behind the point; two where it is unknown. ISO 4217's exceptions. */
export function digitsOf(currency: string): number {
  return WITHOUT_DIGITS.includes(currency) ? 0 : WITH_THREE.includes(currency) ? 3 : 2
}

/**
 * Minor units of a decimal text as Shopify writes it ("12.5" in EUR is 1250). Digits beyond the currency's are dropped.
 * Undefined where the text is no such number.
 */
export function readAmount(text: unknown, currency: string): Minor | undefined {
  const found = typeof text === 'string' ? AMOUNT.exec(text.trim()) : null
  if (!found) return undefined
  const digits = digitsOf(currency)
  const [, sign = '', whole = '', fraction = ''] = found
  const minor = Number(whole + fraction.padEnd(digits, '0').slice(0, digits))
  return (sign === '-' && minor !== 0 ? -minor : minor) as Minor
}

/** The decimal text of an amount, the inverse of readAmount: 1250 in EUR is "12.50". */
export function toAmount(minor: Minor, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The amount as a person reads it ("€12.50"), in the given language. */
export function formatMoney(minor: Minor, currency: string, language: string): string {
  const amount = minor / 10 ** digitsOf(currency)
  return new Intl.NumberFormat(language, { style: 'currency', currency, signDisplay: 'negative' }).format(amount)
}
