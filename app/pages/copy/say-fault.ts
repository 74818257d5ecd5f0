import type { CopyFault } from '#app/copy/checks/copy-fault.ts'
import type { Words } from '#app/wording/words.ts'

/** What is wrong with a sentence, to whoever wrote it. */
export function sayFault(fault: CopyFault, say: Words['say']): string {
  switch (fault.kind) {
    case 'loose-brace':
    case 'joined-hole':
      return say(`copy.fault.${fault.kind}`)
    case 'unknown-hole':
      return say('copy.fault.unknown-hole', { hole: fault.hole })
    case 'no-hole':
      return say('copy.fault.no-hole', { hole: `{{${fault.facet}}}` })
    case 'no-fact':
      return say('copy.fault.no-fact', { fact: say(`copy.facet.${fault.facet}`) })
    case 'signs':
      return say('copy.fault.signs', { signs: fault.signs })
    case 'claim':
      return say(`copy.fault.claim.${fault.of}`, { word: fault.word })
    case 'fact-outside-hole':
    case 'unknown-words':
      return say(`copy.fault.${fault.kind}`, { words: fault.words.join(', ') })
    case 'no-fact-says':
    case 'never-said':
      return say(`copy.fault.${fault.kind}`, { words: fault.words })
    case 'length':
      return say('copy.fault.length', { letters: String(fault.graphemes) })
    default:
      return fault satisfies never
  }
}
