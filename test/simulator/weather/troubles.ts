import { luckOf, type Luck } from '../world/random.ts'

/** What befalls requests, deliveries or exports of one kind. Without any, all is well and nothing is drawn. */
export interface Troubles<Trouble> {
  /**
   * The next `count` that fit meet this trouble. What is announced first comes first; each meets one announced trouble.
   * `only` names what fits: an operation or one of its root fields, a kind of token request, a webhook topic.
   */
  next(count: number, trouble: Trouble, only?: string): void
  /** From now on each that fits meets this trouble with a probability in [0, 1]; the same seed draws the same. */
  often(probability: number, trouble: Trouble, only?: string): void
  /** Forgets every trouble that is announced or likely. */
  clear(): void
  /** What was met, oldest first; the latest thousand. */
  readonly met: readonly Met<Trouble>[]
}

export interface Met<Trouble> {
  /** What it was called, as `only` would name it. */
  readonly names: readonly string[]
  readonly trouble: Trouble
}

/** The side of the shop itself, which asks what it meets. */
export interface TroubleSource<Trouble> extends Troubles<Trouble> {
  /** The announced trouble, or else the first likely one that comes. */
  meet(names: () => readonly string[]): Trouble | undefined
  /** The announced trouble and every likely one that comes. */
  meetAll(names: () => readonly string[]): readonly Trouble[]
}

interface Announced<Trouble> {
  readonly trouble: Trouble
  readonly only: string | undefined
  left: number
}

interface Likely<Trouble> {
  readonly trouble: Trouble
  readonly only: string | undefined
  readonly probability: number
  readonly luck: Luck
}

const REMEMBERED = 1_000

export function openTroubles<Trouble>(seed: string): TroubleSource<Trouble> {
  let announced: Announced<Trouble>[] = []
  let likely: Likely<Trouble>[] = []
  let drawn = 0
  const met: Met<Trouble>[] = []

  const meetAll = (nameAll: () => readonly string[]): readonly Trouble[] => {
    if (announced.length === 0 && likely.length === 0) return []
    const names = nameAll()
    const fits = ({ only }: { readonly only: string | undefined }): boolean => only === undefined || names.includes(only)
    const first = announced.find(fits)
    if (first && --first.left === 0) announced = announced.filter((one) => one !== first)
    // Each draws from luck of its own, so that a trouble added later does not shift the others.
    const come = likely.filter(fits).filter(({ luck, probability }) => luck.chance(probability))
    const all = [...(first ? [first] : []), ...come].map(({ trouble }) => trouble)
    met.push(...all.map((trouble) => ({ names, trouble })))
    if (met.length > REMEMBERED) met.splice(0, met.length - REMEMBERED)
    return all
  }

  return {
    met,
    meetAll,
    meet: (names) => meetAll(names)[0],
    next(count, trouble, only) {
      if (count > 0) announced.push({ trouble, only, left: count })
    },
    often(probability, trouble, only) {
      likely.push({ trouble, only, probability, luck: luckOf(`${seed}/${++drawn}`) })
    },
    clear() {
      announced = []
      likely = []
    },
  }
}
