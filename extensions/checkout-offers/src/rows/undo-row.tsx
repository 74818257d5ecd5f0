import { useState } from 'preact/hooks'
import type { Added } from '../cart/added.ts'
import type { BlockApi } from '../read/page-api.ts'
import { say } from '../words.ts'

interface UndoRowProps {
  readonly api: Pick<BlockApi, 'i18n'>
  readonly done: 'swapped' | 'subscribed'
  /** What was in the order before. */
  readonly title: string
  onUndo(): Promise<Added>
}

/** What was swapped last, and the way back. */
export function UndoRow({ api: { i18n }, done, title, onUndo }: UndoRowProps) {
  const [state, setState] = useState<'idle' | 'undoing' | Added>('idle')
  async function go() {
    setState('undoing')
    setState(await onUndo())
  }
  return (
    <s-stack gap="small-200">
      <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="center">
        <s-text tone="success">{say(i18n, done, { title })}</s-text>
        <s-button variant="secondary" loading={state === 'undoing'} onClick={() => void go()}>
          {say(i18n, 'undo')}
        </s-button>
      </s-grid>
      {state === 'refused' && <s-text tone="critical">{say(i18n, 'swap_refused')}</s-text>}
    </s-stack>
  )
}
