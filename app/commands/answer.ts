import { sayMistake } from './say-mistake.ts'

/** Does a command's work, which resolves to its exit code. A caller's mistake is told in a line, and ends it with 2. */
export async function answer(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = refuse(sayMistake(error) ?? unknown(error))
  }
}

export function refuse(why: string): number {
  console.error(why)
  return 2
}

function unknown(error: unknown): never {
  throw error
}
