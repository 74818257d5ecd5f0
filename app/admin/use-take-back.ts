import { useFetcher } from '@remix-run/react'
import type { Imported } from './imported.ts'
import { useWords } from './words.tsx'

/** Takes an import back. `told` says what went and what stays, once it is done. */
export function useTakeBack(): {
  readonly takeBack: (imported: Imported) => void
  readonly isBusy: boolean
  readonly told: string | undefined
} {
  const { say, count } = useWords()
  const { submit, data, state } = useFetcher<{ readonly removed: number; readonly kept: number }>()
  return {
    takeBack: ({ source, at }) =>
      submit(JSON.stringify({ source, at }), { method: 'delete', encType: 'application/json', action: '/app/import?index' }),
    isBusy: state !== 'idle',
    told:
      data && say(data.kept > 0 ? 'import.taken-back.kept' : 'import.taken-back', { removed: count(data.removed), kept: count(data.kept) }),
  }
}
