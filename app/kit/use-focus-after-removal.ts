import { useEffect, useId, useRef } from 'react'

/**
 * Keeps the keyboard's focus in a list when one of its rows is removed: it goes to the next row's bin, where there is none to the last,
 * and in an empty list to what adds one. Bins stand in an element marked with `bin`, what adds in one marked with `adds`.
 */
export function useFocusAfterRemoval() {
  const id = useId()
  const removed = useRef<number>(undefined)
  useEffect(() => {
    if (removed.current === undefined) return
    const at = removed.current
    removed.current = undefined
    const bins = document.querySelectorAll<HTMLElement>(`[data-bin="${id}"] button`)
    const next =
      bins[Math.min(at, bins.length - 1)] ?? document.querySelector<HTMLElement>(`[data-adds="${id}"] :is(button, input, select)`)
    next?.focus()
  })
  return {
    bin: { 'data-bin': id },
    adds: { 'data-adds': id },
    /** Says that the row at a place, counted from 0, is being removed. */
    noteRemoval: (at: number) => {
      removed.current = at
    },
  }
}
