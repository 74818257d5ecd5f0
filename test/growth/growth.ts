/** Ten times the text. */
const TIMES = 10
/** Milliseconds: less for the long text says nothing. */
const TELLING = 30
/** A reader that is through with so much before that has a bound of its own. */
const LARGEST = 8_000_000
const ROUNDS = 5
const ATTEMPTS = 4

/**
 * How many times as long a reader takes for ten times the text: ten readings of the short one stand against one of the long one,
 * the least of several rounds each. What is still too much is measured again: a
 * machine can be slow by chance, and is never fast by chance. 0 where the reader soon stops reading.
 */
export async function growth<Text>(textOf: (size: number) => Text, read: (text: Text) => unknown, enough: number): Promise<number> {
  const size = await tellingSize(textOf, read)
  if (size === undefined) return 0
  const [short, long] = [textOf(size), textOf(size * TIMES)]
  let least = Infinity
  for (let attempt = 0; attempt < ATTEMPTS && least > enough; attempt += 1) {
    let [shortest, longest] = [Infinity, Infinity]
    for (let round = 0; round < ROUNDS; round += 1) {
      shortest = Math.min(shortest, await timeOf(short, read, TIMES))
      longest = Math.min(longest, await timeOf(long, read, 1))
      if (longest / shortest > TIMES) break
    }
    least = Math.min(least, (longest / shortest) * TIMES)
  }
  return least
}

/** The size of a text of which ten times as much takes long enough to be measured. */
async function tellingSize<Text>(textOf: (size: number) => Text, read: (text: Text) => unknown): Promise<number | undefined> {
  for (let size = 50; size * TIMES <= LARGEST; size *= 2) {
    const text = textOf(size)
    await timeOf(text, read, 1)
    if ((await timeOf(text, read, 1)) * TIMES >= TELLING) return size
  }
  return undefined
}

async function timeOf<Text>(text: Text, read: (text: Text) => unknown, times: number): Promise<number> {
  const before = performance.now()
  for (let time = 0; time < times; time += 1) await read(text)
  return performance.now() - before
}
