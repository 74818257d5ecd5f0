import { copyArmOf } from '../../app/slots/arm/copy-arm.ts'
import { page } from './page.ts'

/** A product that was looked at, and what is true of it. */
type Looked = readonly [product: string, looks: readonly string[]]

const KEY = 'tandem:looked'
/** Of whoever is signed in, until the tab is closed or somebody else is: [customer, what was bought]. */
const BOUGHT = 'tandem:bought'
const MOST_LOOKED = 20

/**
 * Runs where what is said of a product stands, before it is painted: says in its place what fits what this browser has looked at before, or
 * what its signed-in shopper has bought. Nothing changes after the paint: what an answer tells of the shopper is for the pages that follow.
 * Browsers that are measured read it, or what anybody reads, or the merchant's own words, a third each. Written into the page, it has its
 * own few lines of everything.
 */
const line = document.currentScript!.previousElementSibling as HTMLElement
const { product, looks, said, own, customer } = line.dataset
const others = (all: readonly Looked[]) => all.filter(([id]) => id !== product)
let before: readonly Looked[] = []
let bought: readonly Looked[] = []
try {
  before = others(JSON.parse(localStorage[KEY]) as readonly Looked[])
} catch {}
try {
  const [whose, all] = JSON.parse(sessionStorage[BOUGHT]) as [string, readonly Looked[]]
  if (whose === customer) bought = others(all)
  else delete sessionStorage[BOUGHT]
} catch {}
try {
  const { neutral, fitted } = JSON.parse(said!) as { readonly neutral: string; readonly fitted: readonly (readonly [string, string])[] }
  const match = fitted.find(([look]) => [...before, ...bought].some(([, of]) => of.includes(look)))
  if (match) {
    const visit = localStorage['tandem:visit'] as string | undefined
    const arm = visit ? copyArmOf(visit) : 'fitted'
    line.dataset['arm'] = arm
    line.textContent = { own: own || neutral, neutral, fitted: match[1] }[arm]
  }
} catch {}
const mayRemember = () => page.Shopify?.customerPrivacy?.preferencesProcessingAllowed?.()
const learn = () => {
  try {
    if (mayRemember()) localStorage[KEY] = JSON.stringify([[product, JSON.parse(looks!)], ...before].slice(0, MOST_LOOKED))
    else (delete localStorage[KEY], delete sessionStorage[BOUGHT])
  } catch {}
}
addEventListener('load', () => page.Shopify?.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], learn))
document.addEventListener('visitorConsentCollected', learn)
addEventListener('pagehide', () => {
  try {
    const answered = document.querySelector<HTMLElement>('[data-bought]')
    if (answered && customer && mayRemember()) sessionStorage[BOUGHT] = JSON.stringify([customer, JSON.parse(answered.dataset['bought']!)])
  } catch {}
})
