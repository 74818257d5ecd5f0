/** How much oftener products next to each other by code must share a word than products far from each other. */
const RATIO = 2

/**
 * The products' codes, where they tell which products belong together: where those next to each other in the order of codes
 * share a word of their texts far oftener than others do. Else no codes, for numbers given out by chance would make strangers
 * alike.
 */
export function informativeCodes(texts: readonly string[], codes: readonly string[]): readonly string[] {
  const words = texts.map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []))
  const order = [...codes.keys()].sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1))
  const sharing = (apart: number) =>
    order.filter((product, at) => {
      const others = words[order[(at + apart) % order.length]!]!
      return [...words[product]!].some((word) => others.has(word))
    }).length
  return sharing(1) > RATIO * sharing(order.length >> 1) ? codes : codes.map(() => '')
}
