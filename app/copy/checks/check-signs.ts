import type { Readable } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'

const PLAIN = /[\p{L}\p{M} \u00a0\u202f.,;:–—\-’'،؛。、：ー]/u

/** Letters and the plainest punctuation alone: no figure, quotation mark, exclamation, markup, address, money or invisible sign. */
export function checkSigns({ outside }: Readable): readonly CopyFault[] {
  // Compatibility forms are what they stand for: a figure in a circle is a figure.
  const signs = [...outside].filter((sign) => !PLAIN.test(sign) || /\p{N}/u.test(sign.normalize('NFKD')))
  const isAddress = /\p{L}[.:]\p{L}/u.test(outside)
  return signs.length > 0 || isAddress ? [{ kind: 'signs', signs: signs.length > 0 ? [...new Set(signs)].join('') : '.' }] : []
}
