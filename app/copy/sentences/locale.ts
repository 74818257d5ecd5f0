/** The languages that sentences are written in: those of the theme blocks. */
export const COPY_LOCALES = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const
export type CopyLocale = (typeof COPY_LOCALES)[number]
