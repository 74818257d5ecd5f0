/** Days for which it is kept what a browser came by, from the last time that it did: until what was sold by it can be sent back no more. */
export const OFFERED_DAYS = 90
