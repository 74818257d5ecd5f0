import { writeCookie } from '../cookies.ts'
import type { Visit } from '../visit.ts'
import { seeOther } from '../visit.ts'

/**
 * Signing in as anybody, which only a pretend shop may offer: `/account/login?as=CUSTOMER_ID`; without an id it is the first customer.
 * `/account/logout` signs out.
 */
export async function accountDoor(visit: Visit): Promise<Response | undefined> {
  if (visit.path === '/account/logout') return sentHome(visit, '')
  if (visit.path === '/account') return seeOther(visit, '/account/login')
  if (visit.path !== '/account/login') return undefined
  const [first] = visit.shop.customers.keys()
  const asked = Number(visit.query.get('as') ?? first)
  if (!visit.shop.customers.has(asked)) return new Response(`This shop has no customer ${asked}.`, { status: 404 })
  return sentHome(visit, String(asked))
}

function sentHome(visit: Visit, customerId: string): Response {
  const response = seeOther(visit, '/')
  response.headers.append('set-cookie', writeCookie('customer', customerId))
  return response
}
