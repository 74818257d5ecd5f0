/**
 * A request's body as it arrives. Where the reader stops before its end, up to `patience` bytes more are read and thrown away:
 * a sender hears the answer only once it has sent what it has.
 */
export async function* bodyParts(body: AsyncIterable<Uint8Array> | null, patience: number): AsyncGenerator<Uint8Array> {
  if (!body) return
  const parts = body[Symbol.asyncIterator]()
  let left = patience
  try {
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value
  } finally {
    for (let next = await parts.next(); !next.done && left > 0; next = await parts.next()) left -= next.value.byteLength
    await parts.return?.()
  }
}
