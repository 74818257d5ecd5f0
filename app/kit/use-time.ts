import { useWords } from './use-words.tsx'

/** Writes an instant (ISO 8601) to the second, in UTC: server and browser then draw the same. */
export function useTime(): (instant: string) => string {
  const { language } = useWords()
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return (instant) => `${format.format(new Date(instant))} UTC`
}
