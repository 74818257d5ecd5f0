/** An escape of JSON, or two that make one character: read from the left, a backslash that is itself escaped opens none. */
const ESCAPE = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)/g
const HALF = /^\\u[dD][89a-fA-F][\da-fA-F]{2}$/
const REPLACEMENT = '\\ufffd'

/**
 * What JSON says, with every text as a database can hold it: null characters are left out, and half of a character that takes two
 * becomes U+FFFD. Only an escape can bring them in, since bytes that are no UTF-8 were replaced when they were decoded. Throws a
 * SyntaxError where it is no JSON.
 */
export function parseKeepable(json: string): unknown {
  return JSON.parse(json.includes('\\u') ? json.replace(ESCAPE, toKeepable) : json)
}

function toKeepable(escape: string): string {
  if (escape === '\\u0000') return ''
  return HALF.test(escape) ? REPLACEMENT : escape
}
