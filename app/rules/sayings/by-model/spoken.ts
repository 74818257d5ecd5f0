import type { Field, Unit } from '../../conditions/field.ts'
import { ALL_FACTS, CART_FACTS, fieldsOf, PRODUCT_FACTS, type Fact } from '../../conditions/kinds.ts'
import type { JoinField, JoinKind } from '../../joins/join-kind.ts'
import { JOIN_KINDS, type Join } from '../../joins/joins.ts'

/** Whether a model may say facts of the kind: it is told no product, no customer's tag and no market, so it names none. */
export function isSpoken(kind: Fact['kind']): boolean {
  return fieldsOf(kind).every((field) => {
    if (field.kind === 'names') return TOLD.includes(field.source)
    return field.kind !== 'products'
  })
}

const TOLD: readonly Extract<Field, { kind: 'names' }>['source'][] = ['tags', 'types', 'vendors', 'values']

/** Each kind of fact as a draft writes it, by where it may stand. */
export function spokenFacts(): Readonly<Record<'product' | 'moment' | 'cart', readonly string[]>> {
  const shapes = (kinds: readonly Fact['kind'][]) => kinds.filter(isSpoken).map(shapeOfFact)
  const ofProducts: readonly Fact['kind'][] = PRODUCT_FACTS
  return {
    product: shapes(PRODUCT_FACTS),
    moment: shapes(ALL_FACTS.filter((kind) => !ofProducts.includes(kind))),
    cart: CART_FACTS.filter(isSpoken),
  }
}

/** Each kind of join, likewise. */
export function spokenJoins(): readonly string[] {
  return Object.values(JOIN_KINDS as Record<string, JoinKind<Join>>).map(({ kind, fields }) =>
    written(
      kind,
      fields.map(({ name, kind: of }) => `"${name}":${JOIN_PARTS[of]}`),
    ),
  )
}

const written = (kind: string, parts: readonly string[]) => `{${[`"kind":"${kind}"`, ...parts].join(',')}}`

function shapeOfFact(kind: Fact['kind']): string {
  return written(kind, fieldsOf(kind).map(partOf))
}

const UNITS: Readonly<Record<Unit, string>> = { money: 'minor units', count: 'whole', percent: 'percent', number: 'number' }

function partOf(field: Field): string {
  switch (field.kind) {
    case 'products':
      return '"products":[]'
    case 'collections':
      return '"collections":["title"]'
    case 'names':
      return `"names":["${field.source}"]`
    case 'name':
      return `"name":"${field.source}"`
    case 'range':
      return `"atLeast":${UNITS[field.unit]}|null,"atMost":${UNITS[field.unit]}|null`
    case 'days':
      return '"days":30'
    case 'dates':
      return '"from":"2026-12-24"|null,"to":"2026-12-24"|null'
    case 'weekdays':
      return '"weekdays":[1 is Monday … 7]'
    case 'goods':
      return '"of":condition on products in the cart'
  }
}

const JOIN_PARTS: Readonly<Record<JoinField['kind'], string>> = {
  metafield: '"metafields"',
  option: '"options"',
  prefix: '"how such tags begin, or empty"',
  percent: '50',
}
