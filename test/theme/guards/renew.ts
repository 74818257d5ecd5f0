/**
 * Asks Shopify's own Liquid about random guards and says on how many the local shop's Liquid differs; keeps the first of them with
 * their answers beside this file, for machines without Ruby. `node test/theme/guards/renew.ts [SEED] [COUNT]`
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawGuard, snippets } from './draw-guard.ts'
import { guardLines } from './guard-lines.ts'

const MOST_KEPT = 500
const [seed = 1, count = 10_000] = process.argv.slice(2).map(Number)

const lines = guardLines(seed, count)
const asked = lines.map((line) => JSON.stringify(line)).join('\n')
const ruby = spawnSync('ruby', [join(import.meta.dirname, 'ask-liquid.rb'), snippets], { input: asked, encoding: 'utf8', maxBuffer: 1e8 })
if (ruby.status !== 0) throw new Error(`Shopify’s Liquid did not answer: ${ruby.error?.message ?? ruby.stderr}`)
const answers = ruby.stdout.split('\n').slice(0, -1)

let different = 0
for (const [at, { guard, ...visit }] of lines.entries()) {
  if ((await drawGuard(guard, visit)) === answers[at]) continue
  different += 1
  if (different <= 5) console.log(`Shopify’s Liquid says “${answers[at]}” of ${JSON.stringify({ guard, ...visit })}`)
}
console.log(`${different} of ${lines.length} differ; ${answers.filter((answer) => answer === '1').length} hold`)
const kept = lines.slice(0, MOST_KEPT).map((line, at) => JSON.stringify({ holds: answers[at] === '1', ...line }))
writeFileSync(join(import.meta.dirname, 'answered.jsonl'), `${kept.join('\n')}\n`)
