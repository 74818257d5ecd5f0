import { useFetcher } from '@remix-run/react'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Imported } from './imported.ts'

interface TakenBack {
  readonly removed: number
  readonly kept: number
}

/** Takes an import back. `told` says what went and what stays, once it is done; `tell` is told as well, each time. */
export function useTakeBack(tell: (told: string) => void = () => {}): {
  readonly takeBack: (imported: Imported) => void
  readonly isBusy: boolean
  readonly told: string | undefined
} {
  const { say, count } = useWords()
  const fetcher = useFetcher<TakenBack>()
  const { submit, data, state } = fetcher
  const words = ({ removed, kept }: TakenBack) =>
    say(kept > 0 ? 'import.taken-back.kept' : 'import.taken-back', { removed: count(removed), kept: count(kept) })
  useAnswer(fetcher, (answer) => tell(words(answer)))
  return {
    takeBack: ({ source, at }) =>
      submit(JSON.stringify({ source, at }), { method: 'delete', encType: 'application/json', action: '/app/import?index' }),
    isBusy: state !== 'idle',
    told: data && words(data),
  }
}
