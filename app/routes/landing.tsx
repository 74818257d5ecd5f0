import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

/** It stands in no admin. */
export const handle = { isOutside: true }

/** Shopify may open the app at its root; there is nothing to see here but the admin. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url)
  if (searchParams.has('shop')) throw redirect(`/app${search}`)
  return null
}

export default function Landing() {
  return (
    <main style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '20vh auto', padding: '0 1.5rem', lineHeight: 1.5 }}>
      <h1>Tandem</h1>
      <p>Cross-selling rules that a merchant makes, beside slots that a machine fills: an app for Shopify.</p>
      <p>
        It works inside your Shopify admin. Open <a href="https://admin.shopify.com">your admin</a>, choose <b>Apps</b>, then <b>Tandem</b>.
      </p>
    </main>
  )
}
