import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'

const FOCUSABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled, [hidden], [inert] *)'
/** Milliseconds in which a list or a dialog may put the focus where it knows better. */
const OTHERS_FIRST = 80

/** Where something stood: in each element around it, the nearest first, which child it was or was in. */
interface Place {
  readonly target: HTMLElement
  readonly around: readonly { readonly element: Element; readonly at: number }[]
}

/**
 * Keyboard's focus never falls to the body: where what had it is gone, it goes to what stands in its place or nearest to that; where it
 * could not be used for a while, back to it; on another page, to the heading.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const last = useRef<Place | 'heading'>(undefined)
  const page = useRef(pathname)

  useEffect(() => {
    if (page.current === pathname) return
    page.current = pathname
    if (last.current) last.current = 'heading'
  }, [pathname])

  useEffect(() => {
    const within = main.current
    if (!within) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const restore = () => {
      const place = last.current
      if (!place || !isLost() || (place !== 'heading' && isUsable(place.target) === 'later')) return
      const next = place === 'heading' ? headingOf(within) : nearest(place, within)
      next?.focus({ preventScroll: true })
    }
    const soon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(restore, OTHERS_FIRST)
    }
    const come = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = placeOf(target, within)
    }
    // Who clicks beside everything wants nothing to have it.
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget || !(target instanceof HTMLElement)) return
      setTimeout(() => {
        if (document.hasFocus() && isLost() && isUsable(target) === 'now') last.current = undefined
      })
    }
    const changes = new MutationObserver(soon)
    changes.observe(within, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    within.addEventListener('focusin', come)
    within.addEventListener('focusout', leave)
    return () => {
      changes.disconnect()
      clearTimeout(waiting)
      within.removeEventListener('focusin', come)
      within.removeEventListener('focusout', leave)
    }
  }, [main])
}

/** What lies in another document of the window has it: then it is not lost. */
const isLost = (): boolean => document.hasFocus() && (document.activeElement ?? document.body) === document.body

/** `later`: it stands there still, and cannot be used before something is done. */
function isUsable(target: HTMLElement): 'now' | 'later' | 'never' {
  if (!target.isConnected) return 'never'
  return target.matches(':disabled') ? 'later' : 'now'
}

function placeOf(target: HTMLElement, within: HTMLElement): Place {
  const around: Place['around'][number][] = []
  for (let child: Element = target; child !== within && child.parentElement; child = child.parentElement)
    around.push({ element: child.parentElement, at: [...child.parentElement.children].indexOf(child) })
  return { target, around }
}

function nearest({ target, around }: Place, within: HTMLElement): HTMLElement | undefined {
  if (isUsable(target) === 'now') return target
  for (const { element, at } of around) {
    if (!element.isConnected) continue
    const children = [...element.children]
    const found = [...children.slice(at), ...children.slice(0, at).reverse()].flatMap((child) => firstIn(child) ?? [])
    if (found[0]) return found[0]
  }
  return headingOf(within)
}

const firstIn = (child: Element): HTMLElement | null =>
  child.matches(FOCUSABLE) ? (child as HTMLElement) : child.querySelector<HTMLElement>(FOCUSABLE)

function headingOf(within: HTMLElement): HTMLElement | undefined {
  const heading = within.querySelector('h1')
  if (heading) heading.tabIndex = -1
  return heading ?? undefined
}
