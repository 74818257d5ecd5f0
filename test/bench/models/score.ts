/** How a list of answers did, as the field measures it. */
export interface Score {
  readonly hr4: number
  readonly hr10: number
  readonly ndcg10: number
  readonly recall10: number
}

/** Scores a ranked list against all right answers; names that nobody could know count as missed. */
export function scoreList(list: readonly string[], target: readonly string[]): Score {
  const right = new Set(target)
  const hits = list.slice(0, 10).map((name) => right.has(name))
  const worth = (place: number) => 1 / Math.log2(place + 2)
  const gain = hits.reduce((sum, hit, place) => sum + (hit ? worth(place) : 0), 0)
  const ideal = target.slice(0, 10).reduce((sum, _, place) => sum + worth(place), 0)
  return {
    hr4: hits.slice(0, 4).some(Boolean) ? 1 : 0,
    hr10: hits.some(Boolean) ? 1 : 0,
    ndcg10: gain / ideal,
    recall10: hits.filter(Boolean).length / target.length,
  }
}

export function meanScore(scores: readonly Score[]): Score {
  const mean = (of: keyof Score) => scores.reduce((sum, score) => sum + score[of], 0) / scores.length
  return { hr4: mean('hr4'), hr10: mean('hr10'), ndcg10: mean('ndcg10'), recall10: mean('recall10') }
}
