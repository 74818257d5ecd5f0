import { OUR_FAULT } from '#app/platform/failure.ts'
import type { Words } from './words.ts'

/** Why something failed: what is ours has a sentence, Shopify's words and those made for the merchant stand as they are. */
export function sayFailure(failure: string, say: Words['say']): string {
  return failure === OUR_FAULT ? say('failure.ours') : say('failure.said', { why: failure })
}
