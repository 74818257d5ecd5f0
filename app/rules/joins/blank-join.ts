import { JOIN_KINDS, type Join } from './joins.ts'

/** What the form starts with when a merchant chooses the kind. */
export function blankJoin(kind: Join['kind']): Join {
  const filled = JOIN_KINDS[kind].fields.map((field) => [field.name, field.kind === 'percent' ? 40 : ''])
  return { kind, ...Object.fromEntries(filled) } as Join
}
