/** What `work` resolves to; throws where it takes longer, and says what was waited for. */
export async function within<Result>(seconds: number, what: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was waited for, for ${seconds} s`)), seconds * 1_000)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
