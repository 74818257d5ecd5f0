import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { VERDICT_DAYS } from '#app/measure/arms/terms.ts'
import { outlookOf } from '#app/measure/boards/outlook.server.ts'
import { readBoard } from '#app/measure/boards/read-board.server.ts'
import { smallestNow } from '#app/measure/boards/smallest-now.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'

/** What the page shows of a shop's cross-selling; undefined where nothing is measured yet. */
export async function loadResults(shop: ShopId) {
  const read = await readBoard(shop)
  if (!read) return undefined
  const outlook = await outlookOf(shop, read)
  const { measurement, rules, placements, ...board } = read
  const share = measurement.epochs['cross-sell'].at(-1)?.share ?? 0
  const names = new Map((await readWorkingSet(shop)).rules.map(({ id, name }) => [id, name]))
  return {
    ...board,
    startedAt: new Date(measurement.startedAt).toISOString(),
    share,
    smallest: smallestNow(outlook, share, VERDICT_DAYS),
    outlook,
    rules: rules.map((one) => {
      const id = one.scope.slice('rule/'.length) as RuleId
      return { ...one, id, name: names.get(id) ?? null }
    }),
    placements: placements.map((one) => ({ ...one, placement: one.scope.slice('placement/'.length) })),
  }
}

export type ResultsShown = NonNullable<Awaited<ReturnType<typeof loadResults>>>
