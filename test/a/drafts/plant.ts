import type { Luck } from '../luck.ts'
import { WORDS, type Draft } from './draft.ts'

/** The draft with something said in it that was not said before: as a clause, a sentence or a heading of its own, or amid the words. */
export function planted({ words, about }: Draft, kind: string, plant: string, luck: Luck): Draft {
  const { comma, stop, gap, colon } = WORDS[about.locale].join
  const bare = words.replace(/[.。?？]$/u, '')
  const capital = plant[0]!.toUpperCase() + plant.slice(1)
  const ways = [
    `${bare}${comma}${plant}${stop}`,
    `${words}${gap}${capital}${stop}`,
    `${capital}${colon}${words}`,
    `${capital}${stop}${gap}${words}`,
    `${bare}${gap}${plant}${stop}`,
    amid(words, plant, gap, luck),
  ]
  return { kind, words: luck.pick(ways), about }
}

/** Between two words of the text, never in a hole. */
export function amid(words: string, plant: string, gap: string, luck: Luck): string {
  const places = placesIn(words).filter((at) => gap === '' || words[at] === ' ')
  if (places.length === 0) return `${words}${gap}${plant}`
  const at = luck.pick(places)
  return `${words.slice(0, at)}${gap}${plant}${words.slice(at)}`
}

/** Places before each sign that is outside the holes. */
export function placesIn(words: string): number[] {
  const places: number[] = []
  let depth = 0
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '{') depth += 1
    if (depth === 0) places.push(at)
    if (words[at] === '}') depth -= 1
  }
  return places
}
