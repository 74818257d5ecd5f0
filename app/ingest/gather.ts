/**
 * Does for many at once what is asked for one by one: whatever is asked for while work is under way is done together next, at
 * most `most` at a time. `work` answers in the order of what it was given. Where it fails for several, each is tried by itself.
 */
export function gather<Given, Answer>(
  work: (given: readonly Given[]) => Promise<readonly Answer[]>,
  most: number,
): (one: Given) => Promise<Answer> {
  interface Asked {
    readonly one: Given
    readonly resolve: (answer: Answer) => void
    readonly reject: (reason: unknown) => void
  }
  const waiting: Asked[] = []
  let isWorking = false

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
    isWorking = true
    while (waiting.length > 0) await workOn(waiting.splice(0, most))
    isWorking = false
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!isWorking) void workOff()
    })
}
