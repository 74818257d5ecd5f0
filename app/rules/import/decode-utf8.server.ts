const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows = new TextDecoder('windows-1252')

/**
 * Decodes UTF-8, all but a letter that the next part may complete. Bytes that are not UTF-8 are letters of Windows, each by itself,
 * so that one lost letter costs no other. What is no letter there becomes U+FFFD.
 */
export function decodeUtf8(part: Uint8Array, isLast: boolean): { text: string; taken: number } {
  const taken = isLast ? part.length : part.length - unfinishedIn(part)
  const whole = part.subarray(0, taken)
  try {
    return { text: strict.decode(whole), taken }
  } catch {
    return { text: decodeMixed(whole), taken }
  }
}

/** How many bytes at the end begin a letter that does not end there. */
function unfinishedIn(part: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, part.length); back += 1) {
    const byte = part[part.length - back]!
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function decodeMixed(bytes: Uint8Array): string {
  const texts: string[] = []
  let from = 0
  const upTo = (at: number) => at > from && texts.push(strict.decode(bytes.subarray(from, at)))
  for (let at = 0; at < bytes.length;) {
    const size = letterAt(bytes, at)
    if (size === 0) {
      upTo(at)
      texts.push(letterOfWindows(bytes[at]!))
      from = at + 1
    }
    at += size || 1
  }
  upTo(bytes.length)
  return texts.join('')
}

/** The bytes of the letter in UTF-8 that begins there; 0 where none does. */
function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const size = lengthOf(first)
  const second = bytes[at + 1] ?? 0
  const [low, high] = SECOND.get(first) ?? [0x80, 0xbf]
  if (size === 1 || second < low || second > high) return 0
  for (let next = at + 2; next < at + size; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return size
}

/** What may follow a first byte where not all does: no longer writing than needed, no half of a pair, nothing beyond Unicode. */
const SECOND = new Map<number, readonly [number, number]>([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
])

/** The bytes of a letter by its first; 1 where that begins none. */
function lengthOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 1
}

/** Five places of that table hold no letter. */
const letterOfWindows = (byte: number) => ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte) ? '\uFFFD' : windows.decode(Uint8Array.of(byte)))
