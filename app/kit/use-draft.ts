import { useEffect, useRef } from 'react'

/** What a form holds, and what stood in the shop when its first field was changed. */
export interface Draft<Of> {
  readonly was: Of | null
  readonly is: Of
}

/**
 * Keeps what a form holds in the session of the browser's tab while it differs from what is saved, so that it is there again after the
 * page was loaded anew. `restore` is handed what an earlier page left, once. Where nothing can be kept, nothing is.
 */
export function useDraft<Of>(name: string, draft: Draft<Of> | undefined, restore: (draft: Draft<Of>) => void): void {
  const key = `tandem-draft/${name}`
  const hasLooked = useRef(false)
  useEffect(() => {
    if (!hasLooked.current) {
      hasLooked.current = true
      const left = readDraft<Of>(key)
      // What was left is written down again once it stands in the form.
      if (left) return restore(left)
    }
    writeDraft(key, draft)
  }, [key, draft, restore])
}

export const forgetDraft = (name: string) => writeDraft(`tandem-draft/${name}`, undefined)

/** Hands a draft on to a form of another name. */
export const leaveDraft = (name: string, draft: Draft<unknown>) => writeDraft(`tandem-draft/${name}`, draft)

function readDraft<Of>(key: string): Draft<Of> | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as Draft<Of>)
  } catch {
    return undefined
  }
}

function writeDraft(key: string, draft: unknown): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // The browser keeps nothing for us, or has no room left: the form itself still holds it all.
  }
}
