import negations from '../checks/negations.json' with { type: 'json' }
import { foldWord } from './facet.ts'

/** What stands where nobody knew, or where it depends. */
const SAYS_NOTHING =
  'n/a na none unknown various varies assorted mixed other see depends choose keine unbekannt verschieden verschiedene divers diverse siehe sonstige inconnu varie voir autre desconocido vario varios ver otro 不明 各種 متنوع'
/** What a person writes beside a label in passing, and not as its value. */
const MOST_WORDS = 3

const NOTHING = new Set([...SAYS_NOTHING.split(' '), ...Object.values(negations).flatMap((words) => words.split(' '))].map(foldWord))

/** Whether what is written beside a label is one value of few words that says what something is, and not what it is not. */
export function says(value: string): boolean {
  const words = value.trim().split(/\s+/u).map(foldWord)
  return (
    words.length <= MOST_WORDS && !/[,;、،&+]| [/|–-] /u.test(value) && !words.some((word) => NOTHING.has(word.replaceAll(/[().]/gu, '')))
  )
}
