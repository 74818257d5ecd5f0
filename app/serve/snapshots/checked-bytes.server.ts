import { createHash } from 'node:crypto'

/** Bytes of a checksum in hex, and how many of them name a content. */
const DIGEST = 64
export const VERSION_LENGTH = 16

/** Bytes with the SHA-256 of themselves before them, in hex. */
export function withChecksum(rest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(digestOf(rest), 'latin1'), rest])
}

/** What `withChecksum` was given, in the same memory; undefined where a byte of it is another. */
export function checked(bytes: Buffer): Buffer | undefined {
  const rest = bytes.subarray(DIGEST)
  return bytes.toString('latin1', 0, DIGEST) === digestOf(rest) ? rest : undefined
}

/** The name of exactly these bytes. */
export function versionOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, VERSION_LENGTH)).toString('latin1')
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
