export const day = 86_400_000

/** Midnight in UTC of the day that the time falls on. */
export const startOfDay = (time: Date): Date => new Date(Math.floor(time.getTime() / day) * day)

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
