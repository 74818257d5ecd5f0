import type { CollectionId, RuleId } from '#app/commerce/ids.ts'
import type { Condition, When } from '#app/rules/conditions/condition.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import { SORTS, type Rule } from '#app/rules/rule.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { COLLECTIONS, skewed, TAGS, TYPES } from './make-shop.ts'

const type = (luck: Luck): Condition => ({ kind: 'type', names: [`type ${skewed(luck, TYPES)}`] })
const FACTS: readonly ((luck: Luck) => Condition)[] = [
  type,
  type,
  (luck) => ({ kind: 'tag', names: [`tag-${skewed(luck, TAGS)}`, `tag-${skewed(luck, TAGS)}`] }),
  (luck) => ({ kind: 'collection', ids: [(1 + luck.below(COLLECTIONS)) as CollectionId] }),
  (luck) => ({ kind: 'category', names: [`Category ${luck.below(10)} > Part ${luck.below(20)}`] }),
  (luck) => ({ kind: 'all', of: [type(luck), { kind: 'price', atLeast: 1_000 + luck.below(3_000), atMost: null }] }),
  (luck) => ({ kind: 'all', of: [type(luck), { kind: 'not', of: { kind: 'on-sale', atLeast: 20, atMost: null } }] }),
  (luck) => ({ kind: 'any', of: [type(luck), { kind: 'all', of: [type(luck), { kind: 'stock', atLeast: 5, atMost: null }] }] }),
]
const JOINS: readonly (() => readonly Join[])[] = [
  () => [{ kind: 'metafield', offered: 'specs.size', trigger: 'specs.size' }],
  () => [{ kind: 'same-vendor' }],
  () => [{ kind: 'same-tag', prefix: 'fits-' }],
  () => [{ kind: 'same-collection' }, { kind: 'price-share', percent: 40 }],
  () => [{ kind: 'same-option', option: 'Size' }],
  () => [{ kind: 'fits', trigger: 'specs.length', low: 'specs.holds', high: 'specs.length' }],
]

/** As many rules as are asked for, the same for the same number: of every kind, every third with joins, every tenth with a guard. */
export function makeRules(rules: number): Rule[] {
  const luck = luckOf('rules')
  return Array.from({ length: rules }, (_, at): Rule => {
    const about: When = luck.pick(FACTS)(luck)
    const isJoined = at % 3 === 0
    return {
      id: `rule-${at}` as RuleId,
      name: `Rule ${at}`,
      state: 'active',
      priority: 1 + luck.below(100),
      when: at % 10 === 5 ? { kind: 'all', of: [about, { kind: 'cart-quantity', atLeast: 2, atMost: null }] } : about,
      offer: {
        where: luck.pick(FACTS)(luck),
        joins: isJoined ? JOINS[Math.floor(at / 3) % JOINS.length]!() : [],
        except: luck.chance(0.2) ? luck.pick(FACTS)(luck) : null,
        sort: luck.pick(SORTS.filter((sort) => sort !== 'picked')),
        most: 4,
        need: at % 18 === 0 ? { takes: 'specs.takes', holds: 'specs.holds' } : null,
      },
      stop: luck.chance(0.05),
      fallback: luck.chance(0.05),
    }
  })
}
