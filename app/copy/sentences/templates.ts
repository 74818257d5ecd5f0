import cards from './card-templates.json' with { type: 'json' }
import headings from './heading-templates.json' with { type: 'json' }
import type { Place } from './hole.ts'
import type { CopyLocale } from './locale.ts'
import pages from './templates.json' with { type: 'json' }

/** A sentence that is shipped: true of every product that has the fact, so that nobody needs a model to begin. */
export function templateOf(locale: CopyLocale, { facet, tone }: Place): string {
  if (tone === 'card') return cards[locale][facet]
  return tone === 'heading' ? headings[locale][facet] : pages[locale][facet][tone]
}
