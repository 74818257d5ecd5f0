/** Two full years and a month: last December can be told from the one before. Older orders are neither asked for nor kept. */
export const ORDER_MONTHS = 25

/** The first day (`2024-10-21`, in UTC) whose orders are kept. */
export function firstDayKept(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ORDER_MONTHS, now.getUTCDate())).toISOString().slice(0, 10)
}
