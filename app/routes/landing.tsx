import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

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
      <p>Cross-selling rules that a merchant makes, beside slots that a machine fills. Open it from the Apps page of a Shopify admin.</p>
    </main>
  )
}
