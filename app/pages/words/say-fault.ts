import type { CopyFault } from '#app/copy/checks/copy-fault.ts'
import type { Words } from '#app/wording/words.ts'

/** What is wrong with a sentence, to whoever wrote it. */
export function sayFault(fault: CopyFault, say: Words['say']): string {
  switch (fault.kind) {
    case 'loose-brace':
    case 'joined-hole':
      return say(`words.fault.${fault.kind}`)
    case 'unknown-hole':
      return say('words.fault.unknown-hole', { hole: fault.hole })
    case 'no-hole':
      return say('words.fault.no-hole', { hole: `{{${fault.facet}}}` })
    case 'no-fact':
      return say('words.fault.no-fact', { fact: say(`words.facet.${fault.facet}`) })
    case 'signs':
      return say('words.fault.signs', { signs: fault.signs })
    case 'claim':
      return say(`words.fault.claim.${fault.of}`, { word: fault.word })
    case 'fact-outside-hole':
    case 'unknown-words':
      return say(`words.fault.${fault.kind}`, { words: fault.words.join(', ') })
    case 'no-fact-says':
    case 'never-said':
      return say(`words.fault.${fault.kind}`, { words: fault.words })
    case 'length':
      return say('words.fault.length', { letters: String(fault.graphemes) })
    default:
      return fault satisfies never
  }
}
