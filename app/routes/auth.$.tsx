import type { LoaderFunctionArgs } from '@remix-run/node'
import { admit } from './admit.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await admit(request)
  return null
}
