/** One page of a section. `name` is its key in the locale file. */
export interface SectionPage {
  readonly path: string
  readonly name: string
}

/** What the navigation of the admin leads to. A section stands in it by its first page; the addresses of the others lie below that one's, by which Shopify marks it. */
export const SECTIONS: readonly (readonly [SectionPage, ...SectionPage[]])[] = [
  [
    { path: '/app/rules', name: 'nav.rules' },
    { path: '/app/rules/list/suggestions', name: 'nav.proposals' },
    { path: '/app/rules/list/problems', name: 'nav.findings' },
    { path: '/app/rules/list/discounts', name: 'nav.discounts' },
  ],
  [
    { path: '/app/placements', name: 'nav.placements' },
    { path: '/app/placements/copy', name: 'nav.copy' },
    { path: '/app/placements/preview', name: 'nav.preview' },
  ],
  [{ path: '/app/products', name: 'nav.products' }],
  [
    { path: '/app/results', name: 'nav.results' },
    { path: '/app/results/comparisons', name: 'nav.comparisons' },
    { path: '/app/results/customers', name: 'nav.customers' },
    { path: '/app/results/orders', name: 'nav.orders' },
  ],
  [{ path: '/app/history', name: 'nav.history' }],
  [
    { path: '/app/settings', name: 'nav.settings' },
    { path: '/app/settings/privacy', name: 'nav.privacy' },
    { path: '/app/settings/status', name: 'nav.health' },
    { path: '/app/settings/accuracy', name: 'nav.models' },
  ],
]

/** The pages beside which a page stands, itself among them; none where it stands alone, or deeper. */
export function pagesBeside(path: string): readonly SectionPage[] {
  const section = SECTIONS.find((pages) => pages.some((page) => page.path === path.replace(/\/$/, '')))
  return section && section.length > 1 ? section : []
}
