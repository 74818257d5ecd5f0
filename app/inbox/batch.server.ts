export interface Batching {
  /** How many are done together at most. */
  readonly most: number
  /** How many batches are worked on beside each other: what is slow once holds up only what it does itself. */
  readonly lanes: number
  /** Milliseconds that a batch waits for company while another is worked on: under load many share what each would cost. */
  readonly forMs: number
}

/**
 * Does for many at once what is asked for one by one. `work` answers in the order of what it was given. Where it fails for
 * several, each is tried by itself.
 */
export function batch<Given, Answer>(
  work: (given: readonly Given[]) => Promise<readonly Answer[]>,
  { most, lanes, forMs }: Batching,
): (one: Given) => Promise<Answer> {
  interface Asked {
    readonly one: Given
    readonly resolve: (answer: Answer) => void
    readonly reject: (reason: unknown) => void
  }
  const waiting: Asked[] = []
  let working = 0
  let patience: NodeJS.Timeout | undefined

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
    clearTimeout(patience)
    patience = undefined
    working += 1
    await workOn(waiting.splice(0, most))
    working -= 1
    goOn()
  }
  const goOn = (): void => {
    if (waiting.length === 0 || working === lanes) return
    if (working === 0 || waiting.length >= most) void workOff()
    else patience ??= setTimeout(beginBeside, forMs)
  }
  const beginBeside = (): void => {
    patience = undefined
    if (waiting.length > 0 && working < lanes) void workOff()
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      goOn()
    })
}
