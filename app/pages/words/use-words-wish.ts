import { useAppBridge } from '@shopify/app-bridge-react'
import { useSend } from '#app/kit/requests/use-send.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { WordsAnswer, WordsWishSent } from './words-wish.ts'

/** Sends what the merchant decides; `done` is called once it is carried out. */
export function useWordsWish(done?: () => void) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const sending = useSend<WordsAnswer>('/app/placements/words', (answer) => {
    if (answer.kind !== 'done') return
    shopify.toast.show(say('words.done'))
    done?.()
  })
  return {
    send: (wish: WordsWishSent) => sending.send('post', wish),
    isBusy: sending.isBusy,
    faults: sending.answer?.kind === 'refused' ? sending.answer.faults : [],
    refused: sending.refused,
  }
}
