import english from './locales/en.json' with { type: 'json' }
import { wordsFor, type Words } from './words.ts'

/** ISO 4217's code for it. */
const NO_CURRENCY = 'XXX'

/** What a merchant reads, in pages and terminal alike. `currency` is the shop's; without one no amount is written. */
export const merchantWords = (currency = NO_CURRENCY): Words => wordsFor(english, 'en', currency)
