import { mineGroups, mineProducts } from '#app/models/mining/mine.ts'
import { loadWorld, type WorldName } from '../simulator/world/cached-world.ts'
import { catalogOf, purchasesOf } from '../truth/learnt.ts'
import { oftenest } from '../truth/oftenest.ts'
import { recovered, type Recovery } from '../truth/recovered.ts'
import { shuffled } from '../truth/shuffled.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { BenchOutcome } from './measuring/outcome.ts'

const NOW = new Date('2026-06-01T00:00:00Z')
const WORLDS: readonly WorldName[] = ['nimbus-toys', 'kiln-and-leaf']
const [PRECISION, RECALL, ALARMS] = [0.9, 0.8, 0.05]

/**
 * Mines shops whose shoppers' habits are known. `--seeds N` (10) shops of each kind, none of which the mining was tuned on,
 * and `--shuffled N` (100) shops, in equal parts of each kind, in which nothing goes with anything.
 */
export async function run(args: readonly string[]): Promise<BenchOutcome> {
  const { seeds, shuffled: blind } = readNumbers(args, { seeds: 10, shuffled: 100 })
  const figures: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  const misses: string[] = []
  const note = (name: string, { precision, directed, recall }: Shares) => {
    figures[`${name}_precision_at_50`] = precision
    figures[`${name}_precision_at_50_with_direction`] = directed
    figures[`${name}_recall`] = recall
    if (precision < PRECISION) misses.push(`${name}: precision at 50 is ${precision}, not ${PRECISION}`)
    if (recall < RECALL) misses.push(`${name}: recall is ${recall}, not ${RECALL}`)
  }
  const all: Recovery[] = []
  for (const world of WORLDS) {
    const [ours, plain]: [Recovery[], Recovery[]] = [[], []]
    const started = performance.now()
    for (let seed = 1; seed <= seeds; seed++) {
      const { shop, purchases, catalog } = await open(world, `unseen ${seed}`)
      ours.push(recovered(mineProducts(purchases, catalog), purchases, shop))
      plain.push(recovered(oftenest(purchases), purchases, shop))
    }
    note(nameOf(world), sharesOf(ours))
    figures[`${nameOf(world)}_least_precision_at_50`] = Math.min(...ours.map((one) => sharesOf([one]).precision))
    figures[`${nameOf(world)}_expected_pairs`] = sum(ours, 'expected')
    baseline[`${nameOf(world)}_precision_at_50`] = sharesOf(plain).precision
    figures[`${nameOf(world)}_seconds`] = Math.round((performance.now() - started) / 10) / 100
    all.push(...ours)
  }
  note('all', sharesOf(all))

  let alarms = 0
  for (let shop = 0; shop < blind; shop++) {
    const { purchases, catalog } = await open(WORLDS[shop % WORLDS.length]!, `unseen ${1 + (Math.floor(shop / 2) % Math.max(seeds, 1))}`)
    const dealt = shuffled(purchases, String(shop))
    if (mineProducts(dealt, catalog).length + mineGroups(dealt, catalog).length > 0) alarms += 1
  }
  figures['shuffled_shops'] = blind
  figures['shuffled_shops_with_findings'] = alarms
  if (alarms > blind * ALARMS) misses.push(`${alarms} of ${blind} shops in which nothing goes with anything have findings`)
  return { figures, baseline, misses }
}

async function open(world: WorldName, seed: string) {
  const shop = await loadWorld(world, { now: NOW, folder: '.data/worlds', seed })
  return { shop, purchases: purchasesOf(shop), catalog: catalogOf(shop) }
}

interface Shares {
  readonly precision: number
  readonly directed: number
  readonly recall: number
}

/** Every pair of every shop counts alike. Rounded to four places. */
function sharesOf(recoveries: readonly Recovery[]): Shares {
  const share = (part: keyof Recovery, of: keyof Recovery) =>
    Math.round((1e4 * sum(recoveries, part)) / Math.max(sum(recoveries, of), 1)) / 1e4
  return { precision: share('true', 'first'), directed: share('directed', 'first'), recall: share('found', 'expected') }
}

const sum = (recoveries: readonly Recovery[], part: keyof Recovery) => recoveries.reduce((total, one) => total + one[part], 0)
const nameOf = (world: WorldName) => world.replaceAll('-', '_')
