import { quote, quoted, type Say } from '#app/rules/conditions/say.ts'
import { joinKindOf, type Join } from './joins.ts'

/** The join in words that follow what is offered: "from the same collection". */
export function sayJoin(join: Join, say: Say): string {
  const filled = join as unknown as Readonly<Record<string, string | number>>
  const values = joinKindOf(join).fields.map(({ name, kind }) => {
    const value = filled[name]!
    return [name, kind === 'percent' ? value : kind === 'prefix' ? quoted(String(value), say) : quote(String(value), say)]
  })
  const isBare = filled['prefix'] === ''
  return say(isBare ? `join.${join.kind}.any` : `join.${join.kind}`, Object.fromEntries(values))
}
