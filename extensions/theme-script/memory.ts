import { page } from './page.ts'

/** `looked` and `bought` are what `copy-before-paint.ts` keeps. */
const keys = { seen: 'localStorage', looked: 'localStorage', passed: 'sessionStorage', bought: 'sessionStorage' } as const
type Key = keyof typeof keys

/** Whether the shopper, or the law where the shopper is, lets a page remember. Where nobody can say it does not. */
export const mayRemember = (): boolean => page.Shopify?.customerPrivacy?.preferencesProcessingAllowed?.() ?? false

let asked: Promise<void> | undefined

/** Brings Shopify's own answer to `mayRemember` onto the page; never, where Shopify's script is kept away. */
export function askConsent(): Promise<void> {
  asked ??= new Promise((resolve) => {
    if (page.Shopify?.customerPrivacy) resolve()
    else page.Shopify?.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], () => resolve())
  })
  return asked
}

/** An empty list where there is none, or the browser gives none out. */
export function recall<Value>(key: Key): Value[] {
  try {
    // What is not there is null, and so is that, read as JSON.
    const kept: unknown = JSON.parse(window[keys[key]].getItem(`tandem:${key}`)!)
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** A full or forbidden store keeps what it kept. */
export function keep(key: Key, value: readonly unknown[]): void {
  try {
    window[keys[key]].setItem(`tandem:${key}`, JSON.stringify(value))
  } catch {}
}

export function forget(): void {
  try {
    for (const [key, store] of Object.entries(keys)) window[store].removeItem(`tandem:${key}`)
  } catch {}
}
