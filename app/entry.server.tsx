import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { Nonce } from '#app/kit/nonce.ts'
import { log } from '#app/platform/log.server.ts'

export const streamTimeout = 5_000

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Of this answer's Content-Security-Policy. */
    readonly nonce: string
  }
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    let current = status
    const page = (
      <Nonce.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </Nonce.Provider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: current }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        current = 500
        log.error({ why: whyOf(error) }, 'A page could not be drawn')
      },
    })
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return
  log.error({ why: whyOf(error), path: new URL(request.url).pathname }, 'A request failed')
}

function whyOf(error: unknown): string {
  if (isRouteErrorResponse(error)) return `${error.status} ${error.statusText}`
  return error instanceof Error ? error.message : String(error)
}
