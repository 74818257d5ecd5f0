/** Who is in it sees what its active catalogs hold; where it has none, whatever the online store has. */
export interface Market {
  readonly id: number
  readonly handle: string
  readonly name: string
  readonly type: 'REGION' | 'LOCATION' | 'COMPANY_LOCATION'
  status: 'ACTIVE' | 'DRAFT'
  catalogIds: readonly number[]
  /** In which its shoppers pay, and how many of it one unit of the shop’s own is worth. */
  readonly currency?: string
  readonly rate?: number
  readonly moneyFormat?: string
}

/** One catalog, of one market or several. */
export interface MarketCatalog {
  readonly id: number
  readonly title: string
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED'
  /** What is published in it; null where it has no publication: then it leaves nothing out. */
  productIds: readonly number[] | null
}
