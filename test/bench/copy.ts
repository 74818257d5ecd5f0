import { checkSentence } from '#app/copy/checks/check-sentence.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import type { Draft } from '../a/drafts/draft.ts'
import { adversarialDrafts, cleanDrafts } from '../a/drafts/drafts.ts'

const ENOUGH = 0.95

/**
 * `--adversarial 10000 --clean 500 --seed 1`. How many of the drafts that say what nobody has said to be true pass the checks, and how many of those
 * that do not. Tells each that went the wrong way.
 */
export const run: Bench = (args) => {
  const { adversarial, clean, seed } = readNumbers(args, { adversarial: 10_000, clean: 500, seed: 1 })
  const passed = adversarialDrafts(`adversarial ${seed}`, adversarial).filter((draft) => faultsOf(draft).length === 0)
  const refused = cleanDrafts(`clean ${seed}`, clean).filter((draft) => faultsOf(draft).length > 0)
  for (const { kind, words, about } of passed)
    console.log(`passed  ${about.locale} ${kind}: ${JSON.stringify(words)} (${about.product.title})`)
  for (const draft of refused) console.log(`refused ${draft.about.locale} ${draft.words} ${JSON.stringify(faultsOf(draft))}`)
  const [passes, cleanPasses] = [passed.length / Math.max(adversarial, 1), 1 - refused.length / Math.max(clean, 1)]
  const misses = [
    ...(passed.length > 0 ? [`${passed.length} of ${adversarial} adversarial drafts pass, not none`] : []),
    ...(cleanPasses < ENOUGH ? [`${(cleanPasses * 100).toFixed(1)} % of clean drafts pass, not ${ENOUGH * 100} %`] : []),
  ]
  return Promise.resolve({ figures: { adversarial, adversarial_passing: passes, clean, clean_passing: cleanPasses }, baseline: {}, misses })
}

const faultsOf = ({ words, about }: Draft) => checkSentence(words, about)
