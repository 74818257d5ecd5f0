import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { lineAt, placeAt, placeByKey, type Edges } from './place-at.ts'

/** A row in somebody's hand; places are counted from 0. */
interface Held {
  readonly from: number
  readonly to: number
  readonly by: 'pointer' | 'keyboard'
}

/** Pixels from the window's edge within which a row that is dragged there moves the page along. */
const EDGE = 60
const STEP = 16
/** How long a row that was let go keeps the keyboard's focus while the list is drawn anew. */
const KEEPS_FOCUS_MS = 3_000

export type Reorder = ReturnType<typeof useReorder>

/**
 * A list whose rows are put in order by hand: dragged by their handle, or picked up with Space, moved with the arrow keys and let go with
 * Space; Escape puts a row back. A row is the nearest `li`, `tr` or element marked with `data-row` around a handle.
 */
export function useReorder(count: number, drop: (from: number, to: number) => void) {
  const list = useId()
  const [held, setHeld] = useState<Held>()
  const dropped = useRef<{ readonly handle: HTMLElement; readonly at: number }>(undefined)
  const rows = (): Edges[] =>
    [...document.querySelectorAll(`[data-reorder="${list}"]`)].flatMap((handle) => {
      const { top, bottom } = handle.closest('li, tr, [data-row]')?.getBoundingClientRect() ?? {}
      return top === undefined || bottom === undefined ? [] : { top, bottom }
    })

  useEffect(() => {
    const last = dropped.current
    if (last && performance.now() - last.at < KEEPS_FOCUS_MS && document.activeElement === document.body) last.handle.focus()
  })

  const letGo = (handle: HTMLElement) => {
    setHeld(undefined)
    if (!held) return
    dropped.current = { handle, at: performance.now() }
    if (held.from !== held.to) drop(held.from, held.to)
  }
  const handle = (at: number) => ({
    'data-reorder': list,
    'aria-pressed': held?.from === at && held.by === 'keyboard',
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld({ from: at, to: at, by: 'pointer' })
    },
    onPointerMove({ clientY }: PointerEvent<HTMLElement>) {
      if (held?.by !== 'pointer') return
      if (clientY < EDGE) window.scrollBy(0, -STEP)
      else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP)
      setHeld({ ...held, to: placeAt(clientY, rows(), held.from) })
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLElement>) => held?.by === 'pointer' && letGo(currentTarget),
    onPointerCancel: () => setHeld(undefined),
    onBlur: () => held?.by === 'keyboard' && setHeld(undefined),
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const to = held && placeByKey(event.key, held.to, count)
      if (event.key === 'Escape') setHeld(undefined)
      else if (held && to !== undefined) setHeld({ ...held, to })
      else if (event.key !== ' ' && event.key !== 'Enter') return
      else if (held) letGo(event.currentTarget)
      else setHeld({ from: at, to: at, by: 'keyboard' })
      event.preventDefault()
      event.stopPropagation()
    },
  })
  return { handle, held, count, line: () => (held ? lineAt(rows(), held.from, held.to) : undefined) }
}
