/** Where pages of the admin are that once had another address; both after `/app/`. */
const MOVED: Readonly<Record<string, string>> = {
  findings: 'rules/list/problems',
  proposals: 'rules/list/suggestions',
  discounts: 'rules/list/discounts',
  preview: 'placements/preview',
  models: 'settings/accuracy',
  health: 'settings/status',
  privacy: 'settings/privacy',
}

/** Where the page of an old address is now, what stands behind it and its query kept; undefined for one that never was. */
export function movedTo(address: string): string | undefined {
  const { pathname, search } = new URL(address)
  const [, name = '', rest = ''] = /^\/app\/([^/]+)(\/.*)?$/.exec(pathname) ?? []
  return Object.hasOwn(MOVED, name) ? `/app/${MOVED[name]}${rest === '/' ? '' : rest}${search}` : undefined
}
