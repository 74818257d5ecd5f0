import type { Product } from '#app/commerce/product.ts'
import { joinKindOf, type Join } from '#app/rules/joins/joins.ts'

/** A test of what a join ties to one product; undefined where it ties nothing to it. */
export function tiedTo(trigger: Product, join: Join): ((offered: Product) => boolean) | undefined {
  const kind = joinKindOf(join)
  if (kind.by === 'keys') {
    const wanted = new Set(kind.ofTrigger(trigger, join))
    return wanted.size === 0 ? undefined : (offered) => kind.ofOffered(offered, join).some((key) => wanted.has(key))
  }
  const given = kind.given(trigger, join)
  return given === undefined ? undefined : (offered) => kind.admits(given, offered, join)
}
