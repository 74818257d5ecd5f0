import { createHash } from 'node:crypto'

/**
 * What a browser is known by in rows: 22 characters from which nobody finds the visit id. That is random, of 128 bits and of one
 * shop, so its digest needs no key to keep it.
 */
export const markOfVisit = (visit: string): string => createHash('sha256').update(visit).digest('base64url').slice(0, 22)
