import type { Item } from './items.ts'
import { page, type ThemeCart } from './page.ts'
import { standardCart } from './standard-cart.ts'

const SOURCE = 'tandem-offers'

/** Why the cart refused, in words for the shopper; undefined where it did not. */
type Refusal = string | undefined

/**
 * Adds to the cart, and lets the theme's cart know as the theme's own button would. Throws where the cart did not answer in a way
 * that can be told to a shopper. Once it has answered, nothing is sent again.
 */
export function addToCart(element: HTMLElement, items: readonly Item[], signal: AbortSignal): Promise<Refusal> {
  const updateCart = page.Shopify?.actions?.updateCart
  const isNested = items.some((item) => item.parent_id ?? item.parent_line_key)
  // Unless the theme has set the action up, it reloads pages that it does not know, and opens no cart. It nests nothing.
  return updateCart?.isDefault() === false && !isNested ? byAction(updateCart, items, signal) : byRequest(element, items, signal)
}

const lineOf = ({ id, quantity }: Item) => ({ merchandiseId: `gid://shopify/ProductVariant/${id}`, quantity })

async function byAction(
  updateCart: NonNullable<NonNullable<NonNullable<typeof page.Shopify>['actions']>['updateCart']>,
  items: readonly Item[],
  signal: AbortSignal,
): Promise<Refusal> {
  const lines = items.map((item) => ({
    ...lineOf(item),
    attributes: Object.entries(item.properties).map(([key, value]) => ({ key, value })),
  }))
  const options = { event: { context: 'product', detail: { source: SOURCE } }, signal }
  const { userErrors = [], warnings = [] } = await updateCart({ lines }, options)
  // What is sold out is a warning there; others are about discounts and the like.
  return [...userErrors, ...warnings.filter(({ code }) => code?.endsWith('STOCK'))][0]?.message
}

async function byRequest(element: HTMLElement, items: readonly Item[], signal: AbortSignal): Promise<Refusal> {
  const themeCart = document.querySelector<ThemeCart>('cart-notification, cart-drawer')
  const ask = (url = '', init?: RequestInit) => fetch(url, { ...init, signal })
  const sections = sectionsOf(themeCart)
  const body = JSON.stringify({ items, ...(sections[0] && { sections: sections.join() }), sections_url: location.pathname })
  themeCart?.setActiveElement?.(document.activeElement)
  let resolve!: (_: object) => void
  let reject!: (_: unknown) => void
  const promise = new Promise((...both) => ([resolve, reject] = both))
  promise.catch(() => {})
  const news = { action: 'add', context: 'product', lines: items.map(lineOf), promise }
  element.dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }), news))
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await ask(element.dataset['addUrl'], { method: 'POST', body, headers })
    const answer = await response.json()
    if (!response.ok && !answer.description) throw response
    // Of several, themes are shown the first.
    await tell(element, { ...answer.items?.[0], ...answer }, themeCart, ask).then(resolve, reject)
    return response.ok ? undefined : String(answer.description)
  } catch (error) {
    reject(new DOMException('The form adds it', 'AbortError'))
    throw error
  }
}

/** Where the theme shows the cart, at most as many as Shopify draws at once. */
function sectionsOf(themeCart: ThemeCart | null): readonly string[] {
  const ids = themeCart?.getSectionsToRender?.().map(({ id }) => id) ?? []
  for (const part of document.querySelectorAll<HTMLElement>('cart-items-component[data-section-id]')) ids.push(part.dataset['sectionId']!)
  if (document.getElementById('cart-icon-bubble')) ids.push('cart-icon-bubble')
  return [...new Set(ids)].slice(0, 5)
}

/** Lets every kind of theme know, and tells what the standard event's promise is resolved with. */
async function tell(
  element: HTMLElement,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- The cart's own answer; every part of it is passed on.
  answer: any,
  themeCart: ThemeCart | null,
  ask: (url?: string) => Promise<Response>,
): Promise<object> {
  const { sections, status, description } = answer
  if (themeCart?.renderContents) {
    if (!status) hand(answer, themeCart)
  } else if (sections?.['cart-icon-bubble']) {
    const bubble = new DOMParser().parseFromString(sections['cart-icon-bubble'], 'text/html').querySelector('.shopify-section')
    document.getElementById('cart-icon-bubble')?.replaceChildren(...(bubble?.childNodes ?? []))
  }
  const resource = await (await ask(element.dataset['cartUrl'])).json()
  const data = { itemCount: resource.item_count, source: SOURCE, sections, didError: Boolean(status) }
  if (!status) element.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail: { resource, sourceId: element.id, data } }))
  const userErrors = status ? [{ message: description }] : []
  return { cart: standardCart(resource), userErrors, detail: { ...data, items: resource.items } }
}

/** What fails here is the theme's own: it is in the cart all the same. */
function hand(answer: { readonly variant_id?: number }, themeCart: ThemeCart): void {
  try {
    page.publish?.('cart-update', { source: SOURCE, productVariantId: answer.variant_id, cartData: answer })
    themeCart.renderContents?.(answer)
  } catch {}
  themeCart.classList.remove('is-empty')
}
