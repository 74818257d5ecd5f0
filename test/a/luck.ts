/** Luck that repeats itself, for tests beside the rooms' files: the builders are all they know of the test floor. */
export { luckOf, type Luck } from '../simulator/world/random.ts'
