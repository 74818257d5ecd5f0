/** A market of the shop's, by what Shopify tells of it. */
export interface ReportedMarket {
  readonly handle: string
  readonly name: string
  /** Global ids of what is published there, each product in one of them at least; null where nothing is left out. */
  readonly publications: readonly string[] | null
}

interface MarketNode {
  readonly handle: string
  readonly name: string
  readonly status: string
  readonly catalogs: {
    readonly nodes: readonly { readonly status: string; readonly publication?: { readonly id: string } | null }[]
    readonly pageInfo: { readonly hasNextPage: boolean }
  }
}

/**
 * Undefined where nobody is sent to the market yet. Where no catalog holds, one holds everything, or there are more than we were
 * told of, nothing counts as left out: of what a market lacks only what is known is ever said.
 */
export function readMarket({ handle, name, status, catalogs }: MarketNode): ReportedMarket | undefined {
  if (status !== 'ACTIVE') return undefined
  const active = catalogs.nodes.filter((catalog) => catalog.status === 'ACTIVE')
  const publications = active.map(({ publication }) => publication?.id)
  const isKnown = active.length > 0 && !catalogs.pageInfo.hasNextPage && publications.every((id) => id !== undefined)
  return { handle, name, publications: isKnown ? publications : null }
}
