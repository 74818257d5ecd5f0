import type { LoaderFunctionArgs } from '@remix-run/node'
import { ShopifyError } from '@shopify/shopify-api'
import { admit } from '#app/kit/door/admit.server.ts'
import { letRun } from '#app/kit/door/let-run.ts'
import { leadsHome, readLaunch } from '#app/kit/door/read-launch.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const launch = readLaunch(searchParams)
  const leadsOut = searchParams.has('exitIframe')
  if (leadsOut && launch.kind === 'launch' && !leadsHome(searchParams.get('exitIframe'), launch.shop)) throw leadsNowhere()
  try {
    await admit(request)
  } catch (thrown) {
    if (thrown instanceof Response) throw await letRun(thrown, context.nonce)
    // So the library says that it would lead to nobody's page.
    if (thrown instanceof ShopifyError) throw leadsNowhere()
    throw thrown
  }
  return null
}

const leadsNowhere = () => new Response('This address leads nowhere', { status: 400 })
