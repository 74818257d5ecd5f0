import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

/** Every address of the admin that no page has. */
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await merchantOf(request)
  throw new Response('There is no such page', { status: 404 })
}

export default function Nothing() {
  return null
}
