import cards from './card-templates.json' with { type: 'json' }
import type { Place } from './hole.ts'
import type { CopyLocale } from './locale.ts'
import pages from './templates.json' with { type: 'json' }

/** A sentence that is shipped: true of every product that has the fact, so that nobody needs a model to begin. */
export const templateOf = (locale: CopyLocale, { facet, tone }: Place): string =>
  tone === 'card' ? cards[locale][facet] : pages[locale][facet][tone]
