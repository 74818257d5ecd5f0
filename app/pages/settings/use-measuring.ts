import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useState } from 'react'
import { useSend } from '#app/kit/requests/use-send.ts'
import { forgetDraft, useDraft, type Draft } from '#app/kit/use-draft.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { MeasuringChoice } from '#app/measure/arms/share-choices.ts'
import type { Measuring } from './load-measuring.server.ts'
import type { MeasuringAnswer } from './measuring-route.ts'

/** How the shop is measured, as the merchant is deciding it beside the page's other settings. It is saved by itself and holds without being published. */
export function useMeasuring(measuring: Measuring | null, shop: string) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const saved = measuring?.chosen ?? { ownShare: null, mayPause: false }
  const [draft, setDraft] = useState<Draft<MeasuringChoice>>({ was: saved, is: saved })
  const was = draft.was ?? saved
  const isUnsaved = draft.is.ownShare !== was.ownShare || draft.is.mayPause !== was.mayPause
  const name = `${shop}/measuring`
  useDraft(name, isUnsaved ? draft : undefined, setDraft)
  const sending = useSend<MeasuringAnswer>('/app/settings/measuring', ({ chosen }) => {
    setDraft({ was: chosen, is: draft.is })
    shopify.toast.show(say('measuring.saved'))
  })
  return {
    chosen: draft.is,
    isUnsaved,
    isBusy: sending.isBusy,
    refused: sending.refused,
    again: sending.again,
    choose: (part: Partial<MeasuringChoice>) => setDraft({ was: draft.was, is: { ...draft.is, ...part } }),
    save: () => isUnsaved && sending.send('put', draft.is),
    discard: () => setDraft({ was, is: was }),
    forget: useCallback(() => forgetDraft(name), [name]),
  }
}
