import type { TooMuch } from '#app/rules/rule-volume.ts'
import english from '#app/wording/locales/en.json' with { type: 'json' }
import { sayTooMuch } from '#app/wording/say-too-much.ts'
import { sayFrom } from '#app/wording/say.ts'

const number = new Intl.NumberFormat('en')

/** Why a file would leave a shop with more rules than it may have, for the terminal. */
export function tooMuchLine(why: TooMuch): string {
  return `${sayTooMuch(why, { say: sayFrom(english), count: (value) => number.format(value) })} See MOST_RULES and MOST_RULE_BYTES.`
}
