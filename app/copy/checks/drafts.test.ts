import { expect, it } from 'vitest'
import { adversarialDrafts, cleanDrafts } from '../../../test/a/drafts/drafts.ts'
import { checkSentence } from './check-sentence.ts'

const passes = ({ words, about }: ReturnType<typeof cleanDrafts>[number]) => checkSentence(words, about).length === 0

it('refuses every draft that says what no fact says, in whatever way', () => {
  const passed = adversarialDrafts('beside the checks', 210).filter(passes)
  expect(passed.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([])
})

it('lets pass what a good copywriter writes, all but one in twenty', () => {
  const drafts = cleanDrafts('beside the checks', 200)
  const refused = drafts.filter((draft) => !passes(draft)).map(({ words }) => words)
  expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(drafts.length / 20)
})
