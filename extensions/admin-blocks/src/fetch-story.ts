import { readStory, type BlockStory } from './story.ts'

export type Fetched =
  | { readonly kind: 'story'; readonly story: BlockStory }
  /** The app has no such order: it was placed before the app may look, or was deleted. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' }

/** The number at the end of an order's global id; undefined where the page names no order. */
export const orderOf = (selected: readonly { readonly id: string }[]): string | undefined => {
  const [, number] = /^gid:\/\/shopify\/Order\/(\d{1,16})$/.exec(selected[0]?.id ?? '') ?? []
  return number
}

/** Asks the app's own server. Shopify resolves the address against the app's, and adds the token of whoever looks at the page. */
export async function fetchStory(order: string): Promise<Fetched> {
  try {
    const answer = await fetch(`/app/results/orders/${order}/story`)
    if (answer.status === 404) return { kind: 'none' }
    const story = answer.ok ? readStory(await answer.json()) : undefined
    return story ? { kind: 'story', story } : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}
