/** The query of an address with some of its values set anew. */
export function withQuery(before: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const [name, value] of Object.entries(changes)) after.set(name, value)
  return after
}
