import { Icon } from '@shopify/polaris'
import { DragHandleIcon } from '@shopify/polaris-icons'
import type { CSSProperties } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import type { Reorder } from './use-reorder.ts'

const LOOK: CSSProperties = {
  display: 'inline-flex',
  padding: '0.25rem',
  border: 0,
  borderRadius: '0.5rem',
  background: 'none',
  cursor: 'grab',
  touchAction: 'none',
}

interface DragHandleProps {
  readonly order: Reorder
  /** Of the row, counted from 0. */
  readonly at: number
  readonly name: string
}

/** By which a row is taken, with the mouse, a finger or the keyboard. */
export function DragHandle({ order, at, name }: DragHandleProps) {
  const { say } = useWords()
  return (
    <button type="button" aria-label={say('reorder.handle', { name })} title={say('reorder.help')} style={LOOK} {...order.handle(at)}>
      <Icon source={DragHandleIcon} tone="subdued" />
    </button>
  )
}
