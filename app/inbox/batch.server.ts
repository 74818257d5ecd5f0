export interface Batching {
  /** How many are done together at most. */
  readonly most: number
  /** How many batches are worked on beside each other: what is slow once holds up only what it does itself. */
  readonly lanes: number
}

/**
 * Does for many at once what is asked for one by one: what comes while every lane is busy shares the next one. `work` answers in the
 * order of what it was given. Where it fails for several, each is tried by itself.
 */
export function batch<Given, Answer>(
  work: (given: readonly Given[]) => Promise<readonly Answer[]>,
  { most, lanes }: Batching,
): (one: Given) => Promise<Answer> {
  interface Asked {
    readonly one: Given
    readonly resolve: (answer: Answer) => void
    readonly reject: (reason: unknown) => void
  }
  const waiting: Asked[] = []
  let working = 0

  const workOn = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const answers = await work(asked.map(({ one }) => one))
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at]!)
    } catch (error) {
      if (asked.length === 1) return asked[0]!.reject(error)
      await Promise.all(asked.map((one) => workOn([one])))
    }
  }
  const workOff = async (): Promise<void> => {
    working += 1
    await workOn(waiting.splice(0, most))
    working -= 1
    goOn()
  }
  const goOn = (): void => {
    if (waiting.length > 0 && working < lanes) void workOff()
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      goOn()
    })
}
