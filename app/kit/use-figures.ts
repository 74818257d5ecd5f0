import { useWords } from './use-words.tsx'

const DAY = 24 * 60 * 60 * 1000

/** How the merchant's language writes evidence, and what models are measured by. */
export function useFigures() {
  const { language } = useWords()
  const share = new Intl.NumberFormat(language, { style: 'percent' })
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    /** A share in [0, 1]. */
    percent: (value: number) => share.format(value),
    /** A share in [0, 1] as points of a hundred. */
    points: (value: number) => decimal.format(100 * value),
    times: (value: number) => decimal.format(value),
    /** Days since 1970 as a date. */
    day: (days: number) => date.format(new Date(days * DAY)),
  }
}
