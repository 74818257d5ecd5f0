import type { Luck } from './random.ts'

/** Sunday first. */
const weekdays = [1.22, 1.12, 0.96, 0.94, 0.92, 0.88, 0.96]

/** January first. */
const months = [0.88, 0.82, 0.86, 0.9, 0.86, 0.8, 0.78, 0.86, 0.94, 1.02, 1.4, 1.5]

/** How the orders of a day spread over its hours, local time: a bump at lunch, a hill in the evening. */
const hours = [0.8, 0.4, 0.3, 0.3, 0.3, 0.5, 1, 2, 3, 4, 5, 6, 7, 6, 5, 5, 5, 6, 7, 9, 10, 9, 6, 3]
const allHours = hours.reduce((sum, share) => sum + share, 0)

/** From the first shop windows to the last parcel. */
export function isGiftSeason(time: number): boolean {
  const date = new Date(time)
  return (date.getUTCMonth() === 10 && date.getUTCDate() >= 20) || (date.getUTCMonth() === 11 && date.getUTCDate() <= 22)
}

/** How busy a day is beside an average one; 0.4 … 2.5. */
export function busyness(time: number): number {
  const date = new Date(time)
  const afterTheLastParcel = date.getUTCMonth() === 11 && date.getUTCDate() > 22
  const month = afterTheLastParcel ? 0.5 : (months[date.getUTCMonth()] ?? 1)
  return (weekdays[date.getUTCDay()] ?? 1) * month * (isGiftSeason(time) ? 1.35 : 1)
}

/** When on a day of UTC shoppers buy who live so many hours behind it. Milliseconds since midnight, on whole seconds. */
export function timeOfDay(hoursBehindUtc: number, luck: Luck): number {
  let mark = luck.next() * allHours
  let hour = 0
  while (hour < hours.length - 1 && mark >= (hours[hour] ?? 0)) mark -= hours[hour++] ?? 0
  const inUtc = (hour + luck.next() + hoursBehindUtc + 24) % 24
  return Math.floor(inUtc * 3600) * 1000
}
