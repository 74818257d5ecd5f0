import type { Readable } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'

/** A hole for what the sentence is about, a fact for every hole, and no letter against one (Japanese writes without blanks). */
export function checkHoles({ parts, facet, facts, locale }: Readable): readonly CopyFault[] {
  const holes = parts.flatMap((part) => (part.kind === 'hole' ? part.facet : []))
  const faults: CopyFault[] = []
  if (!holes.includes(facet)) faults.push({ kind: 'no-hole', facet })
  for (const hole of new Set(holes)) if (!facts.some((fact) => fact.facet === hole)) faults.push({ kind: 'no-fact', facet: hole })
  const isJoined = parts.some((part, at) => {
    if (part.kind === 'text') return false
    const [before, after] = [parts[at - 1], parts[at + 1]]
    return (
      after?.kind === 'hole' ||
      (before?.kind === 'text' && /[\p{L}\p{N}-]$/u.test(before.text)) ||
      (after?.kind === 'text' && /^[\p{L}\p{N}-]/u.test(after.text))
    )
  })
  if (isJoined && locale !== 'ja') faults.push({ kind: 'joined-hole' })
  return faults
}
