import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { useContext } from 'react'
import { Nonce } from '#app/kit/nonce.ts'
import { env } from '#app/platform/env.server.ts'

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js'

export const meta = () => [{ title: 'Tandem' }]

export function loader() {
  return { apiKey: env.SHOPIFY_API_KEY, appBridge: env.APP_BRIDGE_URL ?? APP_BRIDGE }
}

export const shouldRevalidate: ShouldRevalidateFunction = () => false

export default function Root() {
  const nonce = useContext(Nonce)
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <AppBridge />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration {...(nonce && { nonce })} />
        <Scripts {...(nonce && { nonce })} />
      </body>
    </html>
  )
}

/** Shopify's script comes before every other one, after the key that it reads; outside the admin it has nothing to do. */
function AppBridge() {
  const told = useRouteLoaderData<typeof loader>('root')
  const isOutside = useMatches().some(({ handle }) => (handle as { readonly isOutside?: boolean } | undefined)?.isOutside)
  if (!told || isOutside) return null
  return (
    <>
      <meta name="shopify-api-key" content={told.apiKey} />
      <script src={told.appBridge} />
    </>
  )
}

/** The last net: outside the admin nobody is told more than that something went wrong. */
export function ErrorBoundary() {
  const error = useRouteError()
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <AppBridge />
        <title>Tandem</title>
      </head>
      <body style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '20vh auto', padding: '0 1.5rem', lineHeight: 1.5 }}>
        <h1>{missing ? 'There is nothing here' : 'Something went wrong'}</h1>
        <p>{missing ? 'The address is not quite right.' : 'It is not your fault. Please try again in a moment.'}</p>
      </body>
    </html>
  )
}
