import { useState } from 'react'
import type { Mention } from '#app/rules/mentions.ts'

type Kind = Mention['kind']

/** Titles of what a rule names: those that came with the page, and those that were picked since. */
export function useTitles(known: readonly Mention[]) {
  const [titles, setTitles] = useState(() => new Map(known.map(({ kind, id, title }) => [`${kind}/${id}`, title])))
  return {
    titleOf: (kind: Kind, id: number) => titles.get(`${kind}/${id}`),
    rememberTitle: (kind: Kind, id: number, title: string) => setTitles((before) => new Map(before).set(`${kind}/${id}`, title)),
  }
}
