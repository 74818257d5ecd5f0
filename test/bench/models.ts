import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench } from './measuring/outcome.ts'
import { answerBaskets } from './models/answer-baskets.ts'
import { answerClicks } from './models/answer-clicks.ts'
import { figuresOf, readPeer, type Answered } from './models/compare.ts'
import { scoreBasket, scoreClick } from './models/score.ts'
import type { Part } from './models/split.ts'

/** Luck explains a gain over a peer less often than this, or it is none. */
const SURE = 0.05
const KINDS: Readonly<Record<string, readonly string[]>> = { a: ['one', 'half'], b: ['next'], c: ['click'], d: ['coldq', 'coldt'] }

/**
 * `--data DIR --dataset NAME --task a|b|c|d [--kind one|half] [--known] [--stage valid|test] --out FILE [--against FILE]`:
 * trains by the folder's `split.json`, answers its questions through the functions that shops use, and writes the answers as a
 * scorer reads them (`a`: the rest of a basket, `b`: the next one, `c`: the next click, `d`: products that were never sold). `--against` compares with another's
 * answers to the same questions, by paired bootstrap.
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
      stage: { type: 'string', default: 'test' },
      out: { type: 'string' },
      against: { type: 'string' },
    },
  })
  if (!values.data || !values.dataset) throw new Error('--data names the folder of data sets, --dataset one of them')
  const kinds = values.kind ? [values.kind] : KINDS[values.task]
  if (!kinds) throw new Error(`There is no task “${values.task}”. There are: ${Object.keys(KINDS).join(', ')}.`)
  const { trainSeconds, answered } = answer(
    join(values.data, values.dataset),
    values.stage === 'valid' ? 'valid' : 'test',
    values.task,
    kinds,
    values.known,
  )
  const peer = values.against ? readPeer(values.against) : undefined
  const score = values.task === 'c' ? scoreClick : scoreBasket
  const figures = Object.assign({}, ...answered.map((list, at) => figuresOf(kinds[at]!, list, score, peer))) as Record<string, number>
  if (values.out) {
    const lines = answered.flat().map(({ id, list }) => `${id},${list.join(' ')}\n`)
    writeFileSync(values.out, lines.join(''))
  }
  return Promise.resolve({
    figures: rounded({ train_s: trainSeconds, peak_mb: process.resourceUsage().maxRSS / 1_024, ...figures }),
    baseline: {},
    misses: Object.entries(figures)
      .filter(([name, chance]) => name.endsWith('_p') && chance >= SURE)
      .map(([name, chance]) => `${name.slice(0, -2)}: the gain over the peer may be luck (p = ${chance})`),
  })
}

function answer(folder: string, stage: Part, task: string, kinds: readonly string[], known: boolean) {
  switch (task) {
    case 'a':
      return answerBaskets(folder, stage, { file: 'a', kinds, known })
    case 'b':
      return answerBaskets(folder, stage, { file: 'b', kinds, known: true })
    case 'c': {
      const { trainSeconds, answered } = answerClicks(folder, stage)
      return { trainSeconds, answered: [answered] satisfies Answered[][] }
    }
    default:
      return answerBaskets(folder, stage, { file: 'a', kinds, known: false })
  }
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]))
