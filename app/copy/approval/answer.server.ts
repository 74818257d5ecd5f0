import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { answerWord } from '../checks/lexicon-store.server.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { keepSentences, readSentences } from '../sentences/sentence-store.server.ts'
import { answered, questionsIn } from './questions.ts'

/** Takes a person's word for whether a word is true of the products that it is wanted for. What nobody asks is not answered. */
export async function answer(shop: ShopId, locale: CopyLocale, word: string, isTrue: boolean, by: StaffId, now: Date): Promise<void> {
  const waiting = await readSentences(shop, ['waiting'])
  const question = questionsIn(waiting, locale).find((one) => one.word === word)
  if (!question) return
  await answerWord(shop, { locale, word, isTrue, products: question.products }, by, now)
  const changed = waiting
    .filter((one) => one.locale === locale)
    .map((one) => ({ before: one, after: answered(one, word, isTrue) }))
    .filter(({ before, after }) => before !== after)
    .map(({ after }) => (isTrue ? after : { ...after, decidedBy: String(by), decidedAt: now }))
  await keepSentences(shop, changed)
}
