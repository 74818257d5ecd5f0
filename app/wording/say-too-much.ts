import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Words } from './words.ts'

const KILOBYTE = 1_000

/** Why a change to rules was not made, in a sentence with its figures. */
export function sayTooMuch({ of, would, most }: TooMuch, { say, count }: Pick<Words, 'say' | 'count'>): string {
  const inWords = (number: number) => count(of === 'bytes' ? Math.ceil(number / KILOBYTE) : number)
  return say(`rules.too-much.${of}`, { would: inWords(would), most: inWords(most) })
}
