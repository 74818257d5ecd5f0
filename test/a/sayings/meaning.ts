import type { Condition, When } from '#app/rules/conditions/condition.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { NamesForSaying } from '#app/rules/sayings/names.ts'

/** A rule in the words of `sayings.txt`, its parts in one order, so that what means the same reads the same. */
export function meaningOf({ when, at, offer, stop, fallback }: Rule, names: NamesForSaying): string {
  const { where, joins, except, sort, most, need } = offer
  const parts = [
    ...joins.map(joinSaid),
    ...(most === 4 ? [] : [`most ${most}`]),
    ...(sort === 'best-selling' ? [] : [`sort ${sort}`]),
    ...(except ? [`except ${said(except, names)}`] : []),
    ...(at ? [`at ${at.join(',')}`] : []),
    ...(need ? ['need'] : []),
    ...(stop ? ['stop'] : []),
    ...(fallback ? ['fallback'] : []),
  ]
  return [`${said(when, names)} -> ${said(where, names)}`, ...parts.sort()].join('; ')
}

/** A line of `sayings.txt`, so that it can be compared with the above. `most 4` and the sort by sales are what a rule has anyway. */
export function meaningIn(written: string): string {
  const [sides = '', ...parts] = written.split(';').map((part) => part.trim())
  const [when = '', where = ''] = sides.split('->').map(inOrder)
  const kept = parts.filter((part) => part !== 'most 4' && part !== 'sort best-selling')
  return [`${when} -> ${where}`, ...kept.sort()].join('; ')
}

const inOrder = (side: string): string => {
  const facts = side
    .split('&')
    .map((fact) =>
      fact
        .trim()
        .replace(
          /^(not )?(type|collection):(.*)$/,
          (_, not = '', kind, list: string) => `${not}${kind}:${list.split(',').sort().join(',')}`,
        ),
    )
  const kept = facts.filter((fact) => fact !== 'any')
  return kept.length > 0 ? kept.sort().join(' & ') : 'any'
}

const said = (condition: Condition | When, names: NamesForSaying): string => {
  const facts = factsIn(condition, names)
  return facts.length > 0 ? facts.sort().join(' & ') : 'any'
}

function factsIn(condition: Condition | When, names: NamesForSaying): string[] {
  switch (condition.kind) {
    case 'all':
      return condition.of.flatMap((one) => factsIn(one, names))
    case 'any':
      return [condition.of.map((one) => factsIn(one, names).join(' & ')).join(' | ')]
    case 'not':
      return [`not ${factsIn(condition.of, names).join(' & ')}`]
    default:
      return factSaid(condition, names)
  }
}

const range = (name: string, { atLeast, atMost }: { readonly atLeast: number | null; readonly atMost: number | null }): string[] => [
  ...(atLeast === null ? [] : [`${name}>=${atLeast}`]),
  ...(atMost === null ? [] : [`${name}<=${atMost}`]),
]

function factSaid(fact: Fact, names: NamesForSaying): string[] {
  switch (fact.kind) {
    case 'type':
    case 'tag':
    case 'vendor':
      return [`${fact.kind}:${[...fact.names].sort().join(',')}`]
    case 'collection':
      return [
        `collection:${fact.ids
          .map((id) => names.collections.find((one) => one.id === id)?.title ?? id)
          .sort()
          .join(',')}`,
      ]
    case 'option':
    case 'metafield':
      return [`${fact.kind}:${fact.name}=${fact.names.join(',')}`]
    case 'metafield-set':
      return [`set:${fact.name}`]
    case 'price':
      return range('price', fact)
    case 'cart-subtotal':
      return range('cart', fact)
    case 'customer-orders':
      return range('orders', fact)
    case 'new':
      return [`new:${fact.days}`]
    case 'weekday':
      return [`weekday:${fact.weekdays.join(',')}`]
    case 'date':
      return [`date:${fact.from ?? ''}..${fact.to ?? ''}`]
    case 'cart-contains':
      return factsIn(fact.of, names).map((one) => `in-cart ${one}`)
    default:
      return [fact.kind]
  }
}

function joinSaid(join: Join): string {
  switch (join.kind) {
    case 'same-option':
      return `same option ${join.option}`
    case 'metafield':
      return `same metafield ${join.offered}`
    case 'price-share':
      return `price-share ${join.percent}`
    default:
      return join.kind.replace('-', ' ')
  }
}
