import { useAnswer } from './use-answer.ts'

interface Fetcher<Data> {
  readonly data: Data | null | undefined
  readonly state: 'idle' | 'loading' | 'submitting'
}

/**
 * Hands over each answer of a fetcher once, when the page has been read again after it: another page may follow only then.
 * No other fetcher is waited for. One whose part of the page is gone may have been broken off, and is never idle again.
 */
export function useLastAnswer<Data>(fetcher: Fetcher<Data>, take: (answer: Data) => void): void {
  useAnswer(fetcher, take, fetcher.state === 'idle')
}
