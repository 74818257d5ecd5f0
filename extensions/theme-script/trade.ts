import { page } from './page.ts'
import { standardCart } from './standard-cart.ts'

/** A line as `/cart.js` has it, and as `/cart/add.js` takes it. */
export interface Line {
  readonly key: string
  readonly id: number
  readonly quantity: number
  readonly properties: object | null
}

interface Traded {
  /** What is in the cart now, with as many pieces as came, and what was. */
  readonly into: Line
  readonly out: Line
  /** Lets the theme's cart know. */
  readonly tell: () => void
}

const SOURCE = 'tandem-offers'

/**
 * Takes pieces of one line out of the cart and puts others in: those first, so that what cannot be had costs nothing; what was put in is
 * taken out again where the other half fails. By a `plan`, or with `null` bought once, the line stays what it is, and all of it is one
 * change. Why nothing was done in words for the shopper, which may be empty.
 */
export async function trade(
  element: HTMLElement,
  out: Pick<Line, 'key' | 'quantity'>,
  into: Pick<Line, 'id' | 'quantity' | 'properties'>,
  plan?: string | null,
): Promise<Traded | string> {
  const { cartUrl = '', addUrl = '', changeUrl = '' } = element.dataset
  const cart = await send(cartUrl)
  const line = (cart.items as Line[]).find(({ key }) => key === out.key)
  if (!line || line.quantity < out.quantity) return ''
  const setTo = (id: string, quantity: number, more?: object) => send(changeUrl, { id, quantity, ...more })
  if (plan !== undefined) {
    const properties = { ...line.properties, _tandem: null, ...into.properties }
    const changed = await setTo(line.key, line.quantity, { selling_plan: plan, properties })
    // It is offered in no cart in which another line holds the variant.
    const [now] = ((changed.items ?? []) as Line[]).filter(({ id }) => id === line.id)
    return now ? { into: now, out: line, tell: () => tell(element, changed, [now]) } : String(changed.description ?? '')
  }
  /** Takes out what came in: where more is asked for than there is, Shopify refuses and yet adds what there is. */
  const restore = async () => {
    for (const now of (await send(cartUrl)).items as Line[]) {
      const before = (cart.items as Line[]).find(({ key }) => key === now.key)?.quantity ?? 0
      if (now.id === into.id && now.quantity > before) await setTo(now.key, before)
    }
  }
  const added = await send(addUrl, { items: [{ id: into.id, quantity: into.quantity, properties: into.properties ?? {} }] })
  const [item] = (added.items ?? []) as Line[]
  if (!item) {
    await restore()
    return String(added.description ?? '')
  }
  const changed = await setTo(line.key, line.quantity - out.quantity).catch(() => undefined)
  if (!changed?.items) {
    await restore()
    return ''
  }
  return {
    into: { ...item, quantity: into.quantity },
    out: { ...line, quantity: out.quantity },
    tell: () => tell(element, changed, [line, item]),
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- The cart's own answers.
async function send(url: string, body?: object): Promise<any> {
  const init = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return (await fetch(url, init)).json()
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- The cart's own answer; every part of it is passed on.
function tell(element: HTMLElement, resource: any, lines: readonly Line[]): void {
  const data = { itemCount: resource.item_count, source: SOURCE, didError: false }
  const promise = Promise.resolve({ cart: standardCart(resource), userErrors: [], detail: { ...data, items: resource.items } })
  const changes = lines.map(({ id, quantity }) => ({ merchandiseId: `gid://shopify/ProductVariant/${id}`, quantity }))
  const news = { action: 'update', context: 'cart', lines: changes, promise }
  element.dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }), news))
  element.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail: { resource, sourceId: element.id, data } }))
  page.publish?.('cart-update', { source: SOURCE, cartData: resource })
}
