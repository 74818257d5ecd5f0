import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from './merchant.server.ts'

/** What an address of the admin answers that is no page: who is no merchant is led to where the app opens. */
export async function noSuchPage({ request }: LoaderFunctionArgs): Promise<never> {
  await merchantOf(request)
  throw new Response('There is no such page', { status: 404 })
}
