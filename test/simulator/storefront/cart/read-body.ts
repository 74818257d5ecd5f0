/** A form's or a JSON document's content; `a[b]=c` has become `{ a: { b: 'c' } }`. */
export type Body = { readonly [name: string]: unknown }

/** Reads what was posted as JSON, as a form or as multipart; the query counts too, and gives way to the body. */
export async function readBody(request: Request): Promise<Body> {
  const query = nest([...new URL(request.url).searchParams])
  if (request.method !== 'POST') return query
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('json')) return { ...query, ...((await request.json()) as Body) }
  if (!type.includes('form')) return query
  const form = await request.formData()
  return { ...query, ...nest([...form].map(([name, value]) => [name, String(value)])) }
}

/** `updates[]=1&updates[]=2` counts up from `0`. */
function nest(entries: readonly (readonly [string, string])[]): Body {
  const body: Record<string, unknown> = Object.create(null)
  for (const [name, value] of entries) {
    const path = [...name.matchAll(/[^[\]]+|\[\]/g)].map(([part]) => part)
    const last = path.pop() ?? name
    let at = body
    for (const part of path) at = (at[part] ??= Object.create(null)) as Record<string, unknown>
    at[last === '[]' ? Object.keys(at).length : last] = value
  }
  return body
}
