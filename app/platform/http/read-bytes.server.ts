/** How much more than allowed is read and thrown away, so that the sender hears the refusal instead of a broken line. */
const PATIENCE = 4

/** A request's body, byte for byte; undefined where it exceeds `most` bytes. Never holds more than that. */
export async function readBytes(body: AsyncIterable<Uint8Array> | null, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size <= most) parts.push(part)
    else parts.length = 0
    if (size > most * PATIENCE) break
  }
  return size > most ? undefined : Buffer.concat(parts)
}
