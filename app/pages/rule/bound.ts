/** What reading sentences may take in a month at most, in tokens; and what is proposed: some dozens of sentences. */
export const MOST_BOUND = 50_000_000
export const USUAL_BOUND = 100_000
