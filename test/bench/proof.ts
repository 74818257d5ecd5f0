import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { changingShare } from './proof/changing-share.ts'
import { coverage } from './proof/coverage.ts'
import { displaced } from './proof/displaced.ts'
import { histories } from './proof/histories.ts'
import { hugeOrder } from './proof/huge-order.ts'
import { lostVisitors } from './proof/lost-visitors.ts'
import { manyRules } from './proof/many-rules.ts'
import { nothingHappens } from './proof/nothing-happens.ts'
import type { Reported } from './proof/reported.ts'
import { timeToTell } from './proof/time-to-tell.ts'
import { triggered } from './proof/triggered.ts'
import { twoAtOnce } from './proof/two-at-once.ts'

/**
 * `--shops 2000`: what the boards' statistics promise, tried on shoppers whose true effects are set here: that nothing is told
 * where nothing happens, that intervals hold the truth, that what is lost or displaced is noticed, and that a shop that was
 * promised a verdict gets it. Figures named `ever` count shops in which it was so at any look. Throws where a result cannot be
 * luck.
 */
export const run: Bench = async (args) => {
  const { shops } = readNumbers(args, { shops: 2_000 })
  const few = Math.max(Math.floor(shops / 7), 1)
  const parts: Readonly<Record<string, () => Reported | Promise<Reported>>> = {
    'nothing happens': () => nothingHappens(shops),
    coverage: () => coverage(shops),
    'changing share': () => changingShare(few),
    'many rules': () => manyRules(Math.ceil(few / 3)),
    'two at once': () => twoAtOnce(shops),
    'lost visitors': () => lostVisitors(shops),
    triggered: () => triggered(Math.ceil(shops / 2)),
    'time to tell': () => timeToTell(few),
    displaced: () => displaced(few),
    'huge order': () => hugeOrder(few),
    histories: () => histories(Math.ceil(few / 4)),
  }
  const found: Reported[] = []
  for (const [name, part] of Object.entries(parts)) {
    const began = process.cpuUsage()
    const reported = await part()
    const { user } = process.cpuUsage(began)
    console.log(`${name} (${Math.round(user / 1e6)} s): ${JSON.stringify({ ...reported.figures, ...reported.baseline })}`)
    found.push(reported)
  }
  return {
    figures: Object.assign({}, ...found.map(({ figures }) => figures)) as Record<string, number>,
    baseline: Object.assign({}, ...found.map(({ baseline }) => baseline)) as Record<string, number>,
    misses: found.flatMap(({ misses }) => misses),
  }
}
