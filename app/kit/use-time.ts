import { useWords } from './use-words.tsx'
import { useZone } from './zone.ts'

/** Writes an instant (ISO 8601) to the minute, by the shop's clock. */
export function useTime(): (instant: string) => string {
  const { language } = useWords()
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: useZone() })
  return (instant) => format.format(new Date(instant))
}
