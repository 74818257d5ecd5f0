/** What Shopify and the theme put on a page, as far as it is asked here. All of it may be missing. */
export interface Page extends Window {
  readonly Shopify?: {
    readonly actions?: { readonly updateCart?: UpdateCart }
    /** Where web pixels are told. */
    readonly analytics?: { publish?(name: string, data: object): unknown }
    readonly customerPrivacy?: { preferencesProcessingAllowed?(): boolean; analyticsProcessingAllowed?(): boolean }
    loadFeatures?(features: readonly { readonly name: string; readonly version: string }[], done: (error?: unknown) => void): void
  }
  /** How Dawn’s family tells its parts what happened. */
  publish?(name: string, news: object): unknown
  subscribe?(name: string, hear: () => void): () => void
}

interface UpdateCart {
  (payload: object, options: object): Promise<Partial<Record<'userErrors' | 'warnings', readonly Complaint[]>>>
  isDefault(): boolean
}

interface Complaint {
  readonly code?: string
  readonly message: string
}

/** What carts of Dawn's family offer. */
export interface ThemeCart extends HTMLElement {
  getSectionsToRender?(): readonly { readonly id: string }[]
  setActiveElement?(element: Element | null): void
  renderContents?(answer: object): void
}

export const page = window as unknown as Page
