/** What Shopify is told, as its schema of functions has it. */
export interface Output {
  readonly operations: readonly {
    readonly productDiscountsAdd: { readonly candidates: readonly Candidate[]; readonly selectionStrategy: 'ALL' }
  }[]
}

export interface Candidate {
  readonly targets: readonly { readonly cartLine: { readonly id: string; readonly quantity: number } }[]
  readonly value: { readonly fixedAmount: { readonly amount: string; readonly appliesToEachItem: boolean } }
}
