import { isAmount } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { Part } from '../sentences/sentence.ts'
import type { Readable } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'

/** A hole for what the sentence is about, something true for every hole, and no letter against one that would make another word of it. */
export function checkHoles({ parts, facet, facts, locale, isOnCard }: Readable): readonly CopyFault[] {
  const holes = parts.flatMap((part) => (part.kind === 'hole' ? part.hole : []))
  const lacking = [...new Set(holes)].filter((hole) => !(isOnCard && isAmount(hole)) && !facts.some((fact) => fact.facet === hole))
  const isJoined = parts.some((_, at) => touches(parts, at, locale))
  return [
    ...(holes.includes(facet) ? [] : [{ kind: 'no-hole', facet } as const]),
    ...lacking.map((hole) => ({ kind: 'no-fact', facet: hole }) as const),
    ...(isJoined ? [{ kind: 'joined-hole' } as const] : []),
  ]
}

/** Japanese writes without blanks: there a particle follows a hole, or the sentence ends. */
const PARTICLE = /^(?:[\s、。，．,.:;：；?？]|[でにはをのもとがへか用製]|から|です|向け)/u

function touches(parts: readonly Part[], at: number, locale: CopyLocale): boolean {
  if (parts[at]!.kind === 'text') return false
  const [before, after] = [parts[at - 1], parts[at + 1]]
  if (after?.kind === 'hole') return true
  const [head, tail] = [before?.kind === 'text' ? before.text : '', after?.kind === 'text' ? after.text : '']
  if (locale === 'ja') return tail !== '' && !PARTICLE.test(tail)
  return /[\p{L}\p{N}-]$/u.test(head) || /^[\p{L}\p{N}'’-]/u.test(tail)
}
