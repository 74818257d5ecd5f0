import type { Head } from './find-delimiter.ts'

const [LF, CR] = [0x0a, 0x0d]
/** Ends of lines in what is looked at first, each of CR and LF counted. */
const MOST_ENDS = 40
const MOST_CHARACTERS = 50_000

/** The first lines of a text, and the whole text after all. They are the same however it arrives. */
export async function readHead(text: AsyncIterable<string>): Promise<Head & { readonly whole: AsyncGenerator<string> }> {
  const parts = text[Symbol.asyncIterator]()
  const begun: string[] = []
  let ends = 0
  let seen = 0
  const isFull = () => ends === MOST_ENDS || seen === MOST_CHARACTERS
  while (!isFull()) {
    const next = await parts.next()
    if (next.done) break
    begun.push(next.value)
    for (let at = 0; at < next.value.length && !isFull(); at += 1) {
      const char = next.value.charCodeAt(at)
      if (char === LF || char === CR) ends += 1
      seen += 1
    }
  }
  const all = begun.join('')
  return { text: all.slice(0, seen), isCut: isFull(), whole: wholeOf(all, parts) }
}

async function* wholeOf(begun: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield begun
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
