import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { Nonce } from '#app/admin/nonce.ts'

export const meta = () => [{ title: 'Tandem' }]

export default function Root() {
  const nonce = useContext(Nonce)
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
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

/** The last net: outside the admin nobody is told more than that something went wrong. */
export function ErrorBoundary() {
  const error = useRouteError()
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Tandem</title>
      </head>
      <body style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '20vh auto', padding: '0 1.5rem', lineHeight: 1.5 }}>
        <h1>{missing ? 'There is nothing here' : 'Something went wrong'}</h1>
        <p>{missing ? 'The address is not quite right.' : 'It is not your fault. Please try again in a moment.'}</p>
      </body>
    </html>
  )
}
