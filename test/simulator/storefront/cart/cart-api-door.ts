import { readSectionIds, tooManySections } from '../sections/read-section-ids.ts'
import type { RenderSections } from '../sections/render-sections.ts'
import { sectionContext } from '../sections/section-context.ts'
import type { Visit, VisitDoor } from '../visit.ts'
import { seeOther } from '../visit.ts'
import { addLine, lineKey, quantityOf, replaceLine, setQuantity } from './cart.ts'
import type { Cart, CartLine } from './cart.ts'
import { cartJson } from './cart-json.ts'
import { lineJson } from './line-json.ts'
import { nestLine } from './nest-line.ts'
import { pricedCart } from './priced-cart.ts'
import type { Body } from './read-body.ts'
import { readBody } from './read-body.ts'
import { readAddition, readPlan, readQuantities, readWords, type AskedLine } from './read-cart-ask.ts'
import { whyRefused } from './why-refused.ts'

type Change = (visit: Visit, body: Body) => Cart | Refusal
interface Refusal {
  readonly refusal: string
}

const changes: Readonly<Record<string, Change>> = {
  '/cart/add': (visit, body) => added(visit, readAddition(body).lines),
  '/cart/change': changed,
  '/cart/update': updated,
  '/cart/clear': (visit) => ({ ...visit.cart, lines: [] }),
}

/**
 * Shopify's cart API: `/cart.js` and `/cart/{add,change,update,clear}`, each with `.js` for scripts and without for forms, which
 * are sent on to the cart page. A refusal is 422 with `{ status, message, description }`. What was changed is answered with the
 * `sections` that are asked for, as they look now.
 */
export function cartApiDoor(render: RenderSections): VisitDoor {
  return (visit) => answer(visit, render)
}

async function answer(visit: Visit, render: RenderSections): Promise<Response | undefined> {
  const path = visit.path.replace(/\.js(on)?$/, '')
  const forScripts = path !== visit.path || /json|javascript/.test(visit.request.headers.get('accept') ?? '')
  if (path === '/cart' && path !== visit.path) return Response.json(cartJson(visit.shop, visit.cart, visit.root))
  const change = changes[path]
  if (!change) return undefined
  const body = await readBody(visit.request)
  const ids = readSectionIds(body['sections'])
  const context = sectionContext(visit, body)
  if (tooManySections(ids) || !context) return new Response('Bad Request', { status: 400 })
  const next = change(visit, body)
  if ('refusal' in next) return forScripts ? refused(next.refusal) : new Response(next.refusal, { status: 422 })
  visit.keepCart(next)
  if (!forScripts) return seeOther(visit, '/cart')
  const answered = path === '/cart/add' ? addedJson(visit, body) : cartJson(visit.shop, next, visit.root)
  return Response.json(ids.length > 0 ? { ...answered, sections: await render({ ...context, cart: visit.cart }, ids) } : answered)
}

function refused(description: string): Response {
  return Response.json({ status: 422, message: 'Cart Error', description }, { status: 422 })
}

/** All lines or none. */
function added(visit: Visit, asked: readonly AskedLine[]): Cart | Refusal {
  let cart = visit.cart
  for (const one of asked) {
    const line = nestLine(cart, one)
    if (typeof line === 'string') return { refusal: line }
    const refusal = whyRefused(visit.shop, line.variantId, quantityOf(cart, line.variantId) + line.quantity, line.sellingPlanId)
    if (refusal) return { refusal }
    cart = addLine(cart, line)
  }
  return cart
}

function addedJson(visit: Visit, body: Body): object | undefined {
  const { lines, isList } = readAddition(body)
  const keys = lines.map((line) => nestLine(visit.cart, line)).map((line) => typeof line === 'object' && lineKey(line))
  const priced = pricedCart(visit.shop, visit.cart.lines)
  const items = priced.lines.filter(({ key }) => keys.includes(key)).map((line) => lineJson(line, priced.till, visit.root))
  return isList ? { items } : items[0]
}

/** One line, named by its key, its variant or its place (counted from 1): how many, by which plan, and what is written on it. */
function changed(visit: Visit, body: Body): Cart | Refusal {
  const asked = String(body['id'] ?? '')
  const line = visit.cart.lines.find((line, index) => names(line, asked) || index + 1 === Number(body['line']))
  if (!line) return { refusal: 'The cart has no such line.' }
  const quantity = Number(body['quantity'] ?? line.quantity)
  const isOther = body['selling_plan'] !== undefined || body['properties'] !== undefined
  if (!isOther || quantity <= 0) return withQuantity(visit, visit.cart, line, quantity)
  const { sellingPlanId, ...once } = line
  const plan = body['selling_plan'] === undefined ? { ...(sellingPlanId !== undefined && { sellingPlanId }) } : readPlan(body)
  const properties = body['properties'] === undefined ? line.properties : readWords(body['properties'])
  const others = quantityOf(visit.cart, line.variantId) - line.quantity
  const refusal = whyRefused(visit.shop, line.variantId, others + quantity, plan.sellingPlanId)
  return refusal ? { refusal } : replaceLine(visit.cart, line, { ...once, ...plan, quantity, properties })
}

/** Any number of lines, named by key, variant or place (counted from 0); the note; attributes, where an empty one is removed. */
function updated(visit: Visit, body: Body): Cart | Refusal {
  let cart: Cart | Refusal = visit.cart
  for (const [name, quantity] of readQuantities(body)) {
    const line = visit.cart.lines.find((line, index) => names(line, name) || String(index) === name)
    if (line) cart = withQuantity(visit, cart, line, quantity)
    if ('refusal' in cart) return cart
  }
  const given = Object.keys(body['attributes'] ?? {})
  const kept = Object.entries(cart.attributes).filter(([name]) => !given.includes(name))
  const attributes = { ...Object.fromEntries(kept), ...readWords(body['attributes']) }
  return { ...cart, attributes, note: String(body['note'] ?? cart.note) }
}

function names(line: CartLine, name: string): boolean {
  return lineKey(line) === name || String(line.variantId) === name
}

function withQuantity(visit: Visit, cart: Cart, line: CartLine, quantity: number): Cart | Refusal {
  const others = quantityOf(cart, line.variantId) - line.quantity
  const refusal = quantity > line.quantity && whyRefused(visit.shop, line.variantId, others + quantity)
  return refusal ? { refusal } : setQuantity(cart, lineKey(line), quantity)
}
