import { useCallback, useEffect, useRef, useState } from 'react'
import type { Unread } from '#app/rules/sayings/by-model/saying-outcome.ts'
import type { ModelAnswer, SaidRule } from './said-answer.ts'

const PATH = '/app/rules/said/model'
const LOOK_EVERY_MS = 1_000
/** After so long nobody asks the model any more, either. */
const LONGEST_WAIT_MS = 40_000

type Begun = { readonly sentence: string; readonly mostTokens?: number }

export interface ModelReading {
  readonly isReading: boolean
  /** What came of the last. */
  readonly answer: SaidRule | { readonly kind: 'unread'; readonly why: Unread } | undefined
  readonly begin: (what: Begun) => void
  /** Ends what is under way and forgets what came of the last. */
  readonly stop: () => void
}

/** Has a model read a sentence in the background and looks now and then what came of it, as long as anybody waits. */
export function useModelReading(take: (answer: SaidRule) => void): ModelReading {
  const [state, setState] = useState<Pick<ModelReading, 'isReading' | 'answer'>>({ isReading: false, answer: undefined })
  const underWay = useRef<AbortController>(undefined)
  const taking = useRef(take)
  useEffect(() => {
    taking.current = take
  })
  useEffect(() => () => underWay.current?.abort(), [])
  const begin = useCallback((what: Begun) => {
    underWay.current?.abort()
    const { signal } = (underWay.current = new AbortController())
    setState({ isReading: true, answer: undefined })
    void readByModel(what, signal).then((answer) => {
      if (signal.aborted) return
      setState({ isReading: false, answer })
      if (answer.kind === 'understood') taking.current(answer)
    })
  }, [])
  const stop = useCallback(() => {
    underWay.current?.abort()
    setState({ isReading: false, answer: undefined })
  }, [])
  return { ...state, begin, stop }
}

async function readByModel(what: Begun, signal: AbortSignal): Promise<Exclude<ModelAnswer, { kind: 'waiting' }>> {
  const id = crypto.randomUUID()
  const until = Date.now() + LONGEST_WAIT_MS
  signal.addEventListener('abort', () => void post({ kind: 'stop', id }))
  for (let answer = await post({ kind: 'begin', id, ...what }); !signal.aborted; answer = await post({ kind: 'look', id })) {
    // A look that fails is followed by another.
    if (answer && answer.kind !== 'waiting') return answer
    if (Date.now() > until) break
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  return { kind: 'unread', why: 'no-answer' }
}

async function post(wish: object): Promise<ModelAnswer | undefined> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(PATH, { method: 'POST', body: JSON.stringify(wish), headers, keepalive: true }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as ModelAnswer) : undefined
}
