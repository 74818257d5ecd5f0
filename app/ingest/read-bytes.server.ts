/** How much more than allowed is read and thrown away, so that the sender hears the refusal instead of a broken line. */
const PATIENCE = 4

/** The body of a request, byte for byte; undefined where it exceeds `most` bytes. Never holds more than that. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size <= most) parts.push(part)
    else parts.length = 0
    if (size > most * PATIENCE) break
  }
  return size > most ? undefined : Buffer.concat(parts)
}
