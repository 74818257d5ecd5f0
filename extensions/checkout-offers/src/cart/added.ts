/** What came of adding something; where nothing was added, why. */
export type Added = 'added' | 'refused' | 'sold-out'
