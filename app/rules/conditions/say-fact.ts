import type { Condition } from './condition.ts'
import type { Dates, Field, Range, Unit } from './field.ts'
import { fieldsOf, type Fact } from './kinds.ts'
import { either, quote, type SentenceContext } from './say.ts'
import { titleOfCollection, titleOfProduct } from './title-of.ts'

/** One fact as the middle of a sentence: "of type Laptop". The kind's words have a place for each of its fields. */
export function sayFact(fact: Fact, context: SentenceContext, sayGoods: (of: Condition) => string): string {
  const values = fieldsOf(fact.kind).map((field) => [field.kind, sayField(field, fact as never, context, sayGoods)] as const)
  return context.say(`condition.${fact.kind}`, Object.fromEntries(values))
}

function sayField(field: Field, filled: Filled, context: SentenceContext, sayGoods: (of: Condition) => string): string {
  const { say, catalog } = context
  switch (field.kind) {
    case 'products':
      return either(
        filled.ids.map((id) => titleOfProduct(id, catalog, say)),
        say,
      )
    case 'collections':
      return either(
        filled.ids.map((id) => titleOfCollection(id, catalog, say)),
        say,
      )
    case 'names':
      return either(
        filled.names.map((name) => quote(name, say)),
        say,
      )
    case 'name':
      return quote(filled.name, say)
    case 'range':
      return sayRange(filled, field.unit, context)
    case 'days':
      return String(filled.days)
    case 'dates':
      return sayDates(filled, context)
    case 'weekdays':
      return either(
        filled.weekdays.map((day) => say(`weekday.${day}`)),
        say,
      )
    case 'goods':
      return sayGoods(filled.of)
  }
}

/** What any condition may be filled in with; each kind has what its fields stand for. */
interface Filled extends Range, Dates {
  readonly ids: readonly never[]
  readonly names: readonly string[]
  readonly name: string
  readonly days: number
  readonly weekdays: readonly number[]
  readonly of: Condition
}

function sayRange({ atLeast, atMost }: Range, unit: Unit, { say, money }: SentenceContext): string {
  const write = (number: number) => (unit === 'money' ? money(number) : unit === 'percent' ? `${number} %` : String(number))
  if (atLeast === null) return say('range.at-most', { most: write(atMost ?? 0) })
  if (atMost === null) return say('range.at-least', { least: write(atLeast) })
  return say('range.between', { least: write(atLeast), most: write(atMost) })
}

function sayDates({ from, to }: Dates, { say }: SentenceContext): string {
  if (from === null) return say('dates.until', { to: to ?? '' })
  if (to === null) return say('dates.from', { from })
  return say('dates.between', { from, to })
}
