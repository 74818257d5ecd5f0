import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CalledWrongly } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { answerBaskets } from './models/answer-baskets.ts'
import { answerClicks } from './models/answer-clicks.ts'
import { figuresOf, readPeer } from './models/compare.ts'
import { scoreBasket, scoreClick } from './models/score.ts'
import type { Part } from './models/split.ts'

/** Luck explains a gain over a peer less often than this, or it is none. */
const SURE = 0.05
const KINDS: Readonly<Record<string, readonly string[]>> = { a: ['one', 'half'], b: ['next'], c: ['click'], d: ['coldq', 'coldt'] }

/**
 * `--data DIR --dataset NAME --task a|b|c|d [--kind one|half] [--known] [--served] [--late SHARE] [--stage valid|test] --out FILE
 * [--against FILE]`: trains by the folder's `split.json`, answers its questions through the functions that shops use, and
 * writes the answers as a scorer reads them (`a`: the rest of a basket, `b`: the next one, `c`: the next click, `d`: products
 * that were never sold). `--against` compares with another's answers to the same questions, by paired bootstrap. `--late 0.1`
 * answers as a shop does between two full trainings: of the newest tenth of orders, the order that candidates are put in knows
 * nothing. `--served` answers next baskets as the storefront door does. A full training takes `train_s`, one that keeps that order `update_s`.
 */
export const run: Bench = async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      dataset: { type: 'string' },
      task: { type: 'string', default: 'a' },
      kind: { type: 'string' },
      known: { type: 'boolean', default: false },
      served: { type: 'boolean', default: false },
      late: { type: 'string', default: '0' },
      stage: { type: 'string', default: 'test' },
      out: { type: 'string' },
      against: { type: 'string' },
    },
  })
  if (!values.data || !values.dataset) throw new CalledWrongly('--data names the folder of data sets, --dataset one of them')
  const kinds = values.kind ? [values.kind] : KINDS[values.task]
  if (!kinds) throw new CalledWrongly(`There is no task “${values.task}”. There are: ${Object.keys(KINDS).join(', ')}.`)
  const folder = join(values.data, values.dataset)
  const stage: Part = values.stage === 'valid' ? 'valid' : 'test'
  const { task, known, served } = values
  const { seconds, answered } =
    task === 'c'
      ? answerClicks(folder, stage)
      : answerBaskets(folder, stage, {
          file: task === 'b' ? 'b' : 'a',
          kinds,
          known: known || task === 'b',
          late: Number(values.late),
          served,
        })
  const peer = values.against ? readPeer(values.against) : undefined
  const score = task === 'c' ? scoreClick : scoreBasket
  const figures = Object.assign({}, ...answered.map((list, at) => figuresOf(kinds[at]!, list, score, peer))) as Record<string, number>
  if (values.out) {
    const lines = answered.flat().map(({ id, list }) => `${id},${list.join(' ')}\n`)
    writeFileSync(values.out, lines.join(''))
  }
  return Promise.resolve({
    figures: rounded({ ...seconds, peak_mb: process.resourceUsage().maxRSS / 1_024, ...figures }),
    baseline: {},
    misses: Object.entries(figures)
      .filter(([name, chance]) => name.endsWith('_p') && chance >= SURE)
      .map(([name, chance]) => `${name.slice(0, -2)}: the gain over the peer may be luck (p = ${chance})`),
  })
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]))
