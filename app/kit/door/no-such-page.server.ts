import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from './merchant.server.ts'
import { movedTo } from './moved-to.ts'

/** What an address of the admin answers that is no page: an old one leads to where its page is now, and who is no merchant is led to where the app opens. */
export async function noSuchPage({ request }: LoaderFunctionArgs): Promise<never> {
  const { redirect } = await merchantOf(request)
  const moved = movedTo(request.url)
  if (moved) throw redirect(moved)
  throw new Response('There is no such page', { status: 404 })
}
