/** Why no answer came: too much was asked for at once, it took too long, or it did not arrive. */
export type Refused = 'busy' | 'too-slow' | 'failed'

/** What a status that is no success means to who waits for the answer. */
export function refusedBy(status: number): Refused {
  return status === 429 ? 'busy' : status === 503 ? 'too-slow' : 'failed'
}
