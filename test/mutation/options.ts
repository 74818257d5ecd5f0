import { readNumbers } from '../bench/measuring/arguments.ts'

/** Which files are changed: drawn by the seed, so many of so many rooms. Throws on anything else. */
export const readMutationOptions = (args: readonly string[]) => readNumbers(args, { seed: 1, rooms: 4, files: 3 })
