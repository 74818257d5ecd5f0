import { useFetcher } from '@remix-run/react'
import { useCallback, useState } from 'react'
import type { Refused } from '#app/kit/refused.ts'
import { useLastAnswer } from '#app/kit/use-last-answer.ts'
import { useConnection } from './connection.ts'

interface Sent {
  readonly method: 'post' | 'put' | 'delete'
  readonly body: string | null
}

export interface Sending<Answer> {
  /** Sends it as JSON; undefined sends nothing but the method. */
  readonly send: (method: Sent['method'], body?: unknown) => void
  /** Sends once more what was sent last. */
  readonly again: () => void
  /** Lets the last answer be as if it had never come. */
  readonly forget: () => void
  readonly isBusy: boolean
  /** The last, of what was sent last. */
  readonly answer: Answer | undefined
  /** Why what was sent last got no answer. */
  readonly refused: Refused | undefined
}

/**
 * What a form sends to a page's action. The action is a `stayingAction`: whatever becomes of it, the page stays. `take` is handed each
 * answer once, when the page has been read again after it.
 */
export function useSend<Answer extends object>(action: string, take: (answer: Answer) => void): Sending<Answer> {
  const fetcher = useFetcher<unknown>()
  const { submit, state } = fetcher
  const data = fetcher.data as Answer | null | undefined
  const { unsent } = useConnection()
  const [last, setLast] = useState<Sent>()
  const [forgotten, setForgotten] = useState<unknown>()
  const isKnown = state === 'idle' && data !== undefined && data !== forgotten
  const post = useCallback(
    (sent: Sent) => {
      setLast(sent)
      void submit(sent.body, { method: sent.method, action, ...(sent.body !== null && { encType: 'application/json' }) } as never)
    },
    [submit, action],
  )
  useLastAnswer({ data: data ?? undefined, state }, take)
  return {
    send: (method, body) => post({ method, body: body === undefined ? null : JSON.stringify(body) }),
    again: () => last && post(last),
    forget: () => setForgotten(data),
    isBusy: state !== 'idle',
    answer: isKnown ? (data ?? undefined) : undefined,
    refused: isKnown && data === null ? (unsent?.why ?? 'failed') : undefined,
  }
}
