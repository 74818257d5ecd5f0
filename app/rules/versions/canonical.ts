import { configure } from 'safe-stable-stringify'

const stringify = configure({ circularValue: Error })

/**
 * The one text of a JSON value: object keys in the order of their code units, no spaces, parts that are undefined left out.
 * Values that are equal have the same text, however they were written down.
 */
export const canonical = (value: unknown): string => stringify(value) ?? 'null'
