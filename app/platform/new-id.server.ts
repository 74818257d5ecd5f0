import { randomBytes } from 'node:crypto'

/** An id that no other has: 72 random bits, safe in a URL. */
export const newId = (): string => randomBytes(9).toString('base64url')
