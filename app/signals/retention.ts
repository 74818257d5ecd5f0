/** Two full years and a month: last December can be told from the one before. Older orders are neither asked for nor kept. */
export const ORDER_MONTHS = 25

/** Applied deliveries, and lines that could not be read: long enough to look into what went wrong. */
export const DELIVERY_DAYS = 30
/** Answered requests of customers for their data: long enough to show that they were answered. */
export const ANSWER_DAYS = 90
/** What pixels have told of offers: a season, and no longer than a browser is known by one name. */
export const EVENT_DAYS = 90
/** Shops that uninstalled the app. Shopify asks for their deletion after two days; this is for when that never came. */
export const LEFT_DAYS = 30

/** The first day (`2024-10-21`, in UTC) whose orders are kept. */
export function firstRetainedDay(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ORDER_MONTHS, now.getUTCDate())).toISOString().slice(0, 10)
}
