import { useCallback, useState } from 'react'
import type { Refused } from '#app/kit/refused.ts'
import { useLastAnswer } from '#app/kit/use-last-answer.ts'
import { useConnection } from './connection.ts'
import { useAction, type Acting } from './use-action.ts'

type Sent = Parameters<Acting<object>['send']>

export interface Sending<Answer> extends Pick<Acting<Answer>, 'send' | 'isBusy'> {
  /** Sends once more what was sent last. */
  readonly again: () => void
  /** Lets the last answer be as if it had never come. */
  readonly forget: () => void
  /** The last, of what was sent last. */
  readonly answer: Answer | undefined
  /** Why what was sent last got no answer. */
  readonly refused: Refused | undefined
}

/** What a form sends to a page's action. `take` is handed each answer once, when the page has been read again after it. */
export function useSend<Answer extends object>(action: string, take: (answer: Answer) => void): Sending<Answer> {
  const acting = useAction<Answer>(action)
  const { send, isBusy, data } = acting
  const { unsent } = useConnection()
  const [last, setLast] = useState<Sent>()
  const [forgotten, setForgotten] = useState<unknown>()
  const isKnown = !isBusy && data !== undefined && data !== forgotten
  const post = useCallback(
    (...sent: Sent) => {
      setLast(sent)
      send(...sent)
    },
    [send],
  )
  useLastAnswer(acting, take)
  return {
    send: post,
    again: () => last && post(...last),
    forget: () => setForgotten(data),
    isBusy,
    answer: isKnown ? (data ?? undefined) : undefined,
    refused: isKnown && data === null ? (unsent?.why ?? 'failed') : undefined,
  }
}
