/** What is looked at by itself: everything, one rule, one placement, or what one model chose; and apart from all of these what is said of products, and two rules that are compared. */
export type Scope = 'all' | `rule/${string}` | `placement/${string}` | `by/${string}` | `copy/${string}` | `comparison/${string}`

/** The scopes to which what a slot shows belongs. `soldBy` is `PLACEMENT/AUTHOR/REF`. */
export function scopesOf(soldBy: string): Scope[] {
  const [placement = '', author = '', ref = ''] = soldBy.split('/')
  if (author === 'copy' || author === 'comparison') return [`${author}/${ref}`]
  return ['all', `placement/${placement}`, author === 'rule' ? `rule/${ref}` : `by/${author}`]
}

/** Whether this is an offer as it stood in a slot, and not one of what is compared beside. */
export const isOffer = ({ soldBy }: { readonly soldBy: string }): boolean => !/\/(copy|comparison)\//.test(soldBy)
