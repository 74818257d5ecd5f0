import type { TooMuch } from '#app/rules/rule-volume.ts'
import { merchantWords } from '#app/wording/merchant-words.ts'
import { sayTooMuch } from '#app/wording/say-too-much.ts'

/** Why a file would leave a shop with more rules than it may have, for the terminal. */
export function tooMuchLine(why: TooMuch): string {
  return `${sayTooMuch(why, merchantWords())} See MOST_RULES and MOST_RULE_BYTES.`
}
