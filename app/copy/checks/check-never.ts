import { foldWord } from '../facts/facet.ts'
import type { CopyFault } from './copy-fault.ts'

/** Whatever stands on or under a letter is left out: better once too often. */
const plain = (text: string) =>
  foldWord(text.replaceAll('ß', 'ss')).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/gu, ' ').trim()

/** What the merchant never wants to read, in whatever case or accents, wherever it stands: in what fills a hole as well. */
export function checkNever(filled: string, never: readonly string[]): readonly CopyFault[] {
  const said = plain(filled)
  const words = never.find((one) => plain(one) !== '' && said.includes(plain(one)))
  return words === undefined ? [] : [{ kind: 'never-said', words }]
}
