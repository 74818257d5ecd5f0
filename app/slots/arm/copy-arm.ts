/** Who reads what of a product's line: the merchant's own words, what is said to anybody, or what fits. */
export const COPY_ARMS = ['own', 'neutral', 'fitted'] as const
export type CopyArm = (typeof COPY_ARMS)[number]

/**
 * The arm of a browser, a third each. An id is drawn at random, so its last eight digits tell: what else is measured goes by a hash of all
 * of it, and is independent of them.
 */
export const copyArmOf = (visit: string): CopyArm => COPY_ARMS[Math.trunc((parseInt(visit.slice(24), 16) / 2 ** 32) * 3)]!
