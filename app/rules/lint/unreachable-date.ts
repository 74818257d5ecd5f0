import { addDays, dayOf } from '#app/catalog/clock.ts'
import type { Dates } from '#app/rules/conditions/field.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { RuleCheck } from './check.ts'
import { decide } from './decide.ts'
import { toDraft } from './finding.ts'

/** The rule can match products, but on no day from today on: its season is over, or its days exclude each other. */
export const unreachableDate: RuleCheck = {
  kind: 'unreachable-date',
  about: 'pages',
  check({ rule, pages }, { catalog, pagesWhere }) {
    if (pages.length === 0) return []
    const dates = factsIn<Fact>(rule.when).filter((fact) => fact.kind === 'date')
    if (dates.length === 0) return []
    const today = dayOf(catalog.clock)
    if (daysOfChange(dates, today).some((day) => pagesWhere(decide(rule.when, onDay(day))).length > 0)) return []
    const isOver = dates.some(({ to }) => to !== null && to < today)
    return [{ severity: 'warning', as: isOver ? 'over' : 'never', path: 'when', products: pages, mend: toDraft(rule) }]
  },
}

/** Days from today on, with every answer that conditions on these dates and on days of the week can give. */
function daysOfChange(dates: readonly Dates[], today: string): string[] {
  const turns = dates.flatMap(({ from, to }) => [...(from === null ? [] : [from]), ...(to === null ? [] : [addDays(to, 1)])])
  // Seven days of each, since days of the week may be asked for as well.
  return [today, ...turns.filter((day) => day > today)].flatMap((day) => [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(day, after)))
}

/** What the day alone decides. */
function onDay(day: string): (fact: Fact) => boolean | undefined {
  return (fact) => (fact.kind === 'date' || fact.kind === 'weekday' ? holdsNow(fact, momentOn(day)) : undefined)
}

function momentOn(date: string): Moment {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
  return { cart: { lines: [], subtotal: null }, customer: null, market: null, language: '', date, weekday }
}
