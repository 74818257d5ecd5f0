import type { Group } from '#app/models/mining/group.ts'

/** The same text for the same group, however its name is written. */
export function keyOf(group: Group): string {
  return group.kind === 'product' ? `product ${group.id}` : `${group.kind} ${group.name.toLowerCase()}`
}
