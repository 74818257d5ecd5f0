/** What is looked at by itself: everything, one rule, one placement, or what one model chose; and apart from all of these what is said of products. */
export type Scope = 'all' | `rule/${string}` | `placement/${string}` | `by/${string}` | `copy/${string}`

/** The scopes to which what a slot shows belongs. `soldBy` is `PLACEMENT/AUTHOR/REF`. */
export function scopesOf(soldBy: string): Scope[] {
  const [placement = '', author = '', ref = ''] = soldBy.split('/')
  if (author === 'copy') return [`copy/${ref}`]
  return ['all', `placement/${placement}`, author === 'rule' ? `rule/${ref}` : `by/${author}`]
}
