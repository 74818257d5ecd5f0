import { readFileSync } from 'node:fs'
import type { RuleId } from '#app/commerce/ids.ts'
import { readSaying } from '#app/rules/sayings/read-saying.ts'
import type { Bench } from './measuring/outcome.ts'
import { meaningIn, meaningOf } from '../a/sayings/meaning.ts'
import { SAYING_SHOP } from '../a/sayings/shop.ts'

const ENOUGH = 0.9

/** A half is told by a hash of the sentence (FNV-1a): the same for ever, and nothing of what it says. */
const isKept = (sentence: string): boolean => {
  let hash = 0x811c9dc5
  for (const sign of sentence) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193)
  return ((hash ^ (hash >>> 16)) & 1) === 1
}

/**
 * `--all` tells what went wrong in the half that is kept as well. How many sentences become the rule that is meant, without a model: of the half that
 * was looked at while the reader was made, and of the half that was not.
 */
export const run: Bench = async (args) => {
  const isAll = args.includes('--all')
  const lines = readFileSync(new URL('../a/sayings/sayings.txt', import.meta.url), 'utf8').split('\n')
  const sayings = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' | ') as [string, string])
  const told = { seen: { right: 0, all: 0 }, kept: { right: 0, all: 0 } }
  for (const [sentence, written] of sayings) {
    const half = told[isKept(sentence) ? 'kept' : 'seen']
    const read = readSaying(sentence, SAYING_SHOP, 'said' as RuleId)
    const [is, meant] = [read ? meaningOf(read.rule, SAYING_SHOP) : 'nothing', meaningIn(written)]
    half.all += 1
    if (is === meant) half.right += 1
    else if (isAll || half === told.seen) console.log(`${sentence}\n  is    ${is}\n  meant ${meant}`)
  }
  const shareOf = ({ right, all }: typeof told.seen) => right / all
  const [seen, kept] = [shareOf(told.seen), shareOf(told.kept)]
  const all = (told.seen.right + told.kept.right) / sayings.length
  const misses = all < ENOUGH ? [`${(all * 100).toFixed(1)} % of the sentences, not ${ENOUGH * 100} %`] : []
  return Promise.resolve({ figures: { sentences: sayings.length, seen, kept, all }, baseline: {}, misses })
}
