import { SaveBar } from '@shopify/app-bridge-react'
import { useBeforeUnload } from '@remix-run/react'
import { useWords } from './use-words.tsx'

interface UnsavedBarProps {
  readonly isUnsaved: boolean
  readonly isBusy: boolean
  onSave(): void
  onDiscard(): void
}

/**
 * Shopify's bar over a form with changes that are not saved. While it is up, Shopify's admin asks before it leaves for another page;
 * links of our own ask through `useMayLeave`.
 */
export function UnsavedBar({ isUnsaved, isBusy, onSave, onDiscard }: UnsavedBarProps) {
  const { say } = useWords()
  useBeforeUnload((event) => isUnsaved && event.preventDefault())
  return (
    <SaveBar id="unsaved" open={isUnsaved} discardConfirmation>
      <button variant="primary" onClick={onSave} {...(isBusy && { loading: '' })}>
        {say('unsaved.save')}
      </button>
      <button onClick={onDiscard} disabled={isBusy}>
        {say('unsaved.discard')}
      </button>
    </SaveBar>
  )
}
