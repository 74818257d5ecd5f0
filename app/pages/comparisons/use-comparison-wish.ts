import { useAppBridge } from '@shopify/app-bridge-react'
import { useSend } from '#app/kit/requests/use-send.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ComparisonAnswer, ComparisonWishSent } from './comparison-wish.ts'

/** Sends what the merchant decides of two rules. */
export function useComparisonWish() {
  const { say } = useWords()
  const shopify = useAppBridge()
  const sending = useSend<ComparisonAnswer>('/app/results/comparisons', (answer) => {
    if (answer.kind === 'done') shopify.toast.show(say(`comparisons.done.${answer.did}`))
  })
  return {
    send: (wish: ComparisonWishSent) => sending.send('post', wish),
    again: sending.again,
    isBusy: sending.isBusy,
    whyNot: sending.answer?.kind === 'refused' ? sending.answer.why : undefined,
    refused: sending.refused,
  }
}
