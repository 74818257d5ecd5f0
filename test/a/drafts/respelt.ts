import type { Luck } from '../luck.ts'

/** In case, accents and width another spelling of the same. */
export function respelt(word: string, luck: Luck): string {
  const ways = [
    word.toUpperCase(),
    word.toLowerCase(),
    word.normalize('NFD'),
    word.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    word.replaceAll(/[aeiou]/gu, (vowel) => `${vowel}\u0301`),
    word.replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)),
    word.replaceAll(/(?<=[\u0627-\u064a])(?=[\u0627-\u064a])/gu, '\u064e'),
  ]
  return luck.pick(ways)
}
