import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void

/** Ten times the text. */
const TIMES = 10
/** Microseconds: less for the long text says nothing. */
const TELLING = 20_000
/** A reader that is through with so much before that has a bound of its own. */
const LARGEST = 2_000_000
/** A text that is shorter shows little of what grows faster than it does, */
const LEAST = 1_600
/** unless so many microseconds go by over it. */
const SLOW = 100_000
const [FEW_ROUNDS, MANY_ROUNDS] = [2, 60]
/** Shares of the size that is measured first. */
const SHARES = [1, 1 / 2, 1 / 4]
/** Bytes of a page of memory, and how many are asked for to see what one takes. */
const PAGE = 4_096
const FRESH = 2_000

/**
 * How many times as long a reader takes for ten times the text: ten readings of the short one stand against one of the long one,
 * by this process's time on processors, but for what the system takes to hand memory over, the least of several rounds each. Where that is
 * more than `enough`, more rounds follow, and then as many with less text: a machine is slow by chance, and memory at some sizes, but what
 * reads anew is slow every time.
 * 0 where the reader soon stops.
 */
export async function growth<Text>(textOf: (size: number) => Text, read: (text: Text) => unknown, enough: number): Promise<number> {
  const size = await tellingSize(textOf, read)
  if (size === undefined) return 0
  let least = Infinity
  for (const one of new Set(SHARES.map((share) => Math.max(Math.ceil(size * share), Math.min(size, LEAST)))))
    if (least > enough) least = Math.min(least, await growthAt(one, textOf, read, enough))
  return least
}

async function growthAt<Text>(
  size: number,
  textOf: (size: number) => Text,
  read: (text: Text) => unknown,
  enough: number,
): Promise<number> {
  const [short, long] = [textOf(size), textOf(size * TIMES)]
  let [shortest, longest] = [Infinity, Infinity]
  const times = () => (longest / shortest) * TIMES
  for (let round = 0; round < FEW_ROUNDS || (round < MANY_ROUNDS && times() > enough); round += 1) {
    shortest = Math.min(shortest, await timeOf(short, read, TIMES))
    longest = Math.min(longest, await timeOf(long, read, 1))
    // No chance makes it so slow.
    if (round >= FEW_ROUNDS && times() > 3 * enough) break
  }
  return times()
}

/** The size of a text of which ten times as much takes long enough to be measured. */
async function tellingSize<Text>(textOf: (size: number) => Text, read: (text: Text) => unknown): Promise<number | undefined> {
  for (let size = 50; size * TIMES <= LARGEST; size *= 2) {
    const text = textOf(size)
    await timeOf(text, read, 1)
    const time = await timeOf(text, read, 1)
    if (time > SLOW || (size >= LEAST && time * TIMES >= TELLING)) return size
  }
  return undefined
}

async function timeOf<Text>(text: Text, read: (text: Text) => unknown, times: number): Promise<number> {
  // What was read before is not cleared away while the clock runs.
  collect({ type: 'minor' })
  const before = spent()
  for (let time = 0; time < times; time += 1) await read(text)
  const { time, pages } = spent()
  return time - before.time - (pages - before.pages) * PAGE_TAKES
}

/** Microseconds that the system takes to hand over a page of memory, at the least: a few tenths on one machine, twenty on another. */
const PAGE_TAKES = Math.min(...Array.from({ length: 5 }, ofFreshPages))

/** A large text has memory of its own, which the system hands over anew each time, and a short one what was used before. */
function ofFreshPages(): number {
  const before = spent()
  const memory = new Uint8Array(FRESH * PAGE)
  for (let at = 0; at < memory.length; at += PAGE) memory[at] = 1
  const { time, pages } = spent()
  return Math.max(0, time - before.time) / Math.max(FRESH, pages - before.pages)
}

/** Microseconds on processors, and pages of memory, so far. */
function spent(): { readonly time: number; readonly pages: number } {
  const { userCPUTime, systemCPUTime, minorPageFault } = process.resourceUsage()
  return { time: userCPUTime + systemCPUTime, pages: minorPageFault }
}
