import { useFetcher } from '@remix-run/react'
import { useCallback } from 'react'

type Method = 'post' | 'put' | 'delete'

export interface Acting<Answer> {
  /** Sends it as JSON; undefined sends nothing but the method. */
  readonly send: (method: Method, body?: object) => void
  readonly isBusy: boolean
  readonly state: 'idle' | 'submitting' | 'loading'
  /** The last answer; null where none came. */
  readonly data: Answer | null | undefined
}

/** The action at an address. It is a `stayingAction`: whatever becomes of what is sent, the page stays. */
export function useAction<Answer extends object>(address: string): Acting<Answer> {
  const { submit, state, data } = useFetcher<unknown>()
  const send = useCallback(
    (method: Method, body?: object) => {
      if (body === undefined) void submit(null, { method, action: address })
      else void submit(JSON.stringify(body), { method, action: address, encType: 'application/json' })
    },
    [submit, address],
  )
  return { send, isBusy: state !== 'idle', state, data: data as Answer | null | undefined }
}
