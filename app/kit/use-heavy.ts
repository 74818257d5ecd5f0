import { useCallback, useEffect, useRef, useState } from 'react'
import { refusedBy, type Refused } from './refused.ts'

export interface Heavy<Answer> {
  /** The last that came; undefined before the first. */
  readonly answer: Answer | undefined
  readonly isWorking: boolean
  /** Why the last that was asked for did not come. */
  readonly refused: Refused | undefined
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 30_000

/**
 * Posts to an address that has much to do, one thing at a time: what was asked before, and what a part of the page that is gone
 * asked, is broken off, and with it the work. Whatever becomes of it, the page stays. What `persists` is asked again, each time after
 * a longer while, until it is answered.
 */
export function useHeavy<Answer>(path: string, persists = false): Heavy<Answer> & { readonly ask: (body: string) => void } {
  const [heavy, setHeavy] = useState<Heavy<Answer>>({ answer: undefined, isWorking: false, refused: undefined })
  const underWay = useRef<AbortController>(undefined)
  useEffect(() => () => underWay.current?.abort(), [])
  const ask = useCallback(
    (body: string) => {
      underWay.current?.abort()
      const { signal } = (underWay.current = new AbortController())
      setHeavy((before) => ({ ...before, isWorking: true, refused: undefined }))
      const attempt = async (waitMs: number): Promise<void> => {
        const outcome = await post<Answer>(path, body, signal).catch(() => ({ refused: 'failed' as const }))
        if (signal.aborted) return
        setHeavy((before) => ({ answer: before.answer, isWorking: false, refused: undefined, ...outcome }))
        if (!persists || 'answer' in outcome) return
        const later = setTimeout(() => void attempt(Math.min(LONGEST_WAIT_MS, 2 * waitMs)), waitMs)
        signal.addEventListener('abort', () => clearTimeout(later))
      }
      void attempt(FIRST_WAIT_MS)
    },
    [path, persists],
  )
  return { ...heavy, ask }
}

async function post<Answer>(path: string, body: string, signal: AbortSignal): Promise<{ answer: Answer } | { refused: Refused }> {
  const response = await fetch(path, { method: 'POST', body, signal, headers: { 'content-type': 'application/json' } })
  return response.ok ? { answer: (await response.json()) as Answer } : { refused: refusedBy(response.status) }
}
