import { copyArmOf } from '../../app/slots/arm/copy-arm.ts'
import { page } from './page.ts'

/** A product that was looked at, and what is true of it. */
type Looked = readonly [product: string, looks: readonly string[]]

const KEY = 'tandem:looked'
const MOST_LOOKED = 20

/**
 * Runs where what is said of a product stands, before it is painted: says in its place what fits what this browser has looked at before.
 * Nothing changes after the paint. Browsers that are measured read it, or what anybody reads, or the merchant's own words, a third each.
 * Written into the page, it has its own few lines of everything.
 */
const line = document.currentScript!.previousElementSibling as HTMLElement
const { product, looks, said, own } = line.dataset
let before: readonly Looked[] = []
try {
  before = (JSON.parse(localStorage[KEY]) as readonly Looked[]).filter(([id]) => id !== product)
} catch {}
try {
  const { neutral, fitted } = JSON.parse(said!) as { readonly neutral: string; readonly fitted: readonly (readonly [string, string])[] }
  const match = fitted.find(([look]) => before.some(([, of]) => of.includes(look)))
  if (match) {
    const visit = localStorage['tandem:visit'] as string | undefined
    const arm = visit ? copyArmOf(visit) : 'fitted'
    line.dataset['arm'] = arm
    line.textContent = { own: own || neutral, neutral, fitted: match[1] }[arm]
  }
} catch {}
const learn = () => {
  try {
    if (page.Shopify?.customerPrivacy?.preferencesProcessingAllowed?.())
      localStorage[KEY] = JSON.stringify([[product, JSON.parse(looks!)], ...before].slice(0, MOST_LOOKED))
    else localStorage.removeItem(KEY)
  } catch {}
}
addEventListener('load', () => page.Shopify?.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], learn))
document.addEventListener('visitorConsentCollected', learn)
