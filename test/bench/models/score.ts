const worth = (place: number) => 1 / Math.log2(place + 2)

/** A ranked list against all right answers, as the field measures baskets; what nobody could know counts as missed. */
export function scoreBasket(list: readonly string[], target: readonly string[]) {
  const right = new Set(target)
  const hits = list.slice(0, 10).map((name) => right.has(name))
  const gain = hits.reduce((sum, hit, place) => sum + (hit ? worth(place) : 0), 0)
  const ideal = target.slice(0, 10).reduce((sum, _, place) => sum + worth(place), 0)
  return {
    hr4: hits.slice(0, 4).some(Boolean) ? 1 : 0,
    hr10: hits.some(Boolean) ? 1 : 0,
    ndcg10: gain / ideal,
    recall10: hits.filter(Boolean).length / target.length,
  }
}

/** The same for the one product that was clicked next. */
export function scoreClick(list: readonly string[], target: readonly string[]) {
  const place = list.slice(0, 20).indexOf(target[0]!)
  return { hr20: place >= 0 ? 1 : 0, mrr20: place >= 0 ? 1 / (place + 1) : 0 }
}
