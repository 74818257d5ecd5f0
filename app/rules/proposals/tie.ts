import type { Catalog } from '#app/catalog/catalog.ts'
import type { Occasions } from '#app/models/occasions.ts'
import { JOIN_KINDS, type Join } from '../joins/join.ts'
import type { Between } from './between.ts'
import { explains } from './explains.ts'

/** The first kind of tie, in the order of the form, that a habit is about; undefined where no tie tells it from chance. */
export function tieOf(one: Between, occasions: Occasions, units: readonly number[], catalog: Catalog): Join | undefined {
  return (Object.keys(JOIN_KINDS) as Join[]).find((join) => {
    const keys = new Map([...one.triggers, ...one.offered].map((index) => [index, JOIN_KINDS[join].keysOf(index, catalog)]))
    return explains((trigger, offered) => keys.get(trigger)!.some((key) => keys.get(offered)!.includes(key)), one, occasions, units)
  })
}
