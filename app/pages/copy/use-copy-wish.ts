import { useAppBridge } from '@shopify/app-bridge-react'
import { useSend } from '#app/kit/requests/use-send.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { CopyAnswer, CopyWishSent } from './copy-wish.ts'

/** Sends what the merchant decides; `done` is called once it is carried out. */
export function useCopyWish(done?: () => void) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const sending = useSend<CopyAnswer>('/app/placements/copy', (answer) => {
    if (answer.kind !== 'done') return
    shopify.toast.show(say('copy.done'))
    done?.()
  })
  return {
    send: (wish: CopyWishSent) => sending.send('post', wish),
    isBusy: sending.isBusy,
    faults: sending.answer?.kind === 'refused' ? sending.answer.faults : [],
    refused: sending.refused,
  }
}
