import type { Catalog } from '#app/catalog/catalog.ts'
import { groupsIn, type Group } from '#app/models/mining/group.ts'
import type { Finding } from '#app/models/mining/mine.ts'
import { occasionsOf, type Occasions } from '#app/models/mining/occasions.ts'
import { keyOf } from './key.ts'

/** A finding with the products on its two sides, by their index, and every time that shoppers followed it. */
export interface Between {
  readonly finding: Finding
  readonly triggers: ReadonlySet<number>
  readonly offered: ReadonlySet<number>
  /** Places in the occasions. */
  readonly times: readonly number[]
}

/** Looks up findings in the catalogue in which they were made. */
export function betweenIn(catalog: Catalog, occasions: Occasions): (finding: Finding) => Between {
  const members = new Map(groupsIn(catalog).map((one) => [keyOf(one.group), new Set(one.members)]))
  const membersOf = (group: Group): ReadonlySet<number> =>
    group.kind === 'product' ? new Set([catalog.indexOf(group.id)!]) : (members.get(keyOf(group)) ?? new Set())
  return (finding) => {
    const [triggers, offered] = [membersOf(finding.trigger), membersOf(finding.offered)]
    return { finding, triggers, offered, times: occasionsOf(occasions, triggers, offered) }
  }
}
