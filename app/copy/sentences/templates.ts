import type { Facet } from '../facts/facet.ts'
import shipped from './templates.json' with { type: 'json' }
import type { CopyLocale } from './locale.ts'

/** Said to anybody, or to somebody who has been looking at products of which the same is true. */
export const TONES = ['neutral', 'fitted'] as const
export type Tone = (typeof TONES)[number]

/** A sentence that is shipped: true of every product that has the fact, so that nobody needs a model to begin. */
export const templateOf = (locale: CopyLocale, facet: Facet, tone: Tone): string => shipped[locale][facet][tone]
