const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const OPENS = new Set([0x5b, 0x7b])
const CLOSES = new Set([0x5d, 0x7d])

/**
 * Whether JSON in UTF-8 nests deeper than `most`, told from the bytes before anything is parsed: what follows a parser may
 * well walk by recursion. Bytes that are no JSON get an answer, too, and the parser refuses them.
 */
export function nestsDeeperThan(most: number, bytes: Uint8Array): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (inText) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (OPENS.has(byte) && ++depth > most) return true
    else if (CLOSES.has(byte)) depth--
  }
  return false
}
