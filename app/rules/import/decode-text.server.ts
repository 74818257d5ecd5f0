import { decodeUtf8 } from './decode-utf8.server.ts'

/**
 * The text of a file as it arrives: UTF-8 with what Windows may have written into it, or UTF-16 where the first bytes say so, as
 * spreadsheets write it.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held = new Uint8Array()
  let decode: ((part: Uint8Array, isLast: boolean) => { readonly text: string; readonly taken: number }) | undefined
  for await (const part of bytes) {
    const next = held.length === 0 ? part : Buffer.concat([held, part])
    if (!decode && next.length < 2) {
      held = Uint8Array.from(next)
      continue
    }
    decode ??= decoderOf(next)
    const { text, taken } = decode(next, false)
    held = Uint8Array.from(next.subarray(taken))
    yield text
  }
  decode ??= decoderOf(held)
  yield decode(held, true).text
}

function decoderOf([first, second]: Uint8Array): (part: Uint8Array, isLast: boolean) => { text: string; taken: number } {
  const utf16 = encodingOf(first, second)
  if (!utf16) return decodeUtf8
  const decoder = new TextDecoder(utf16)
  return (part, isLast) => ({ text: decoder.decode(part, { stream: !isLast }), taken: part.length })
}

/** Every second byte of Latin letters is 0 in UTF-16, whether or not a mark stands before them. */
function encodingOf(first: number | undefined, second: number | undefined): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second) ? 'utf-16be' : undefined
}
