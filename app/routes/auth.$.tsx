import type { LoaderFunctionArgs } from '@remix-run/node'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request)
  return null
}
