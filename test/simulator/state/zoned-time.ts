/**
 * An ISO 8601 time (UTC) as Shopify's REST-shaped bodies write it: local time of the shop's zone with its offset,
 * `2026-03-01T13:05:09+01:00`. `timezone` is an IANA name; throws RangeError for an unknown one.
 */
export function zonedTime(iso: string, timezone: string): string {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  )
  const offset = parts.get('timeZoneName')?.replace('GMT', '') || '+00:00'
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}${offset}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  formats.set(timeZone, format)
  return format
}

/** The day in a time zone: `2026-12-24`. */
export function dayIn(at: Date, timezone: string): string {
  return zonedTime(at.toISOString(), timezone).slice(0, 10)
}
