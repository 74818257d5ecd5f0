import { useWords } from '../use-words.tsx'

const SHARES: readonly string[] = ['conversion', 'attachRate', 'share']
const COUNTS: readonly string[] = ['units', 'otherUnits', 'ordersPerBuyer', 'orders']

/** Writes a figure by its name: an amount in minor units, a share or a count. */
export function useFigureFormat(): (name: string, value: number) => string {
  const { money, language } = useWords()
  const share = new Intl.NumberFormat(language, { style: 'percent', ...places(1) })
  const decimal = new Intl.NumberFormat(language, places(2))
  return (name, value) => (SHARES.includes(name) ? share.format(value) : COUNTS.includes(name) ? decimal.format(value) : money(value))
}

/** What is rounded to nothing has no sign. */
const places = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' as const })
