import { readiness } from '#app/readiness.server.ts'

/** Says whether the process can do its work now, and what stands in its way; the storefront door serves all the same. */
export async function loader() {
  const found = await readiness()
  return new Response(found.kind === 'ready' ? 'ready' : found.why, {
    status: found.kind === 'ready' ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
