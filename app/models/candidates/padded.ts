/** Every array begins where the widest of its numbers may lie. */
const STEP = 8

/** How many bytes an array of so many takes, with those that are left free behind it. */
export const padded = (bytes: number): number => Math.ceil(bytes / STEP) * STEP

/** Arrays of numbers as bytes, little-endian as every machine that this runs on, each from a multiple of eight on. */
export function joinPadded(parts: readonly ArrayBufferView[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + padded(byteLength), 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  return bytes
}
