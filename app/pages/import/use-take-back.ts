import { useAction } from '#app/kit/requests/use-action.ts'
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
  const acting = useAction<TakenBack>('/app/import?index')
  const { send, data, isBusy } = acting
  const words = ({ removed, kept }: TakenBack) =>
    say(kept > 0 ? 'import.taken-back.kept' : 'import.taken-back', { removed: count(removed), kept: count(kept) })
  useAnswer(acting, (answer) => tell(words(answer)))
  return {
    takeBack: ({ source, at }) => send('delete', { source, at }),
    isBusy,
    told: data ? words(data) : undefined,
  }
}
