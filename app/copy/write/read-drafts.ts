import { z } from 'zod'
import { FACETS } from '../facts/facet.ts'
import { LONGEST_SENTENCE } from '../sentences/sentence.ts'
import { PAGE_TONES } from '../sentences/hole.ts'

const draft = z.object({ facet: z.enum(FACETS), tone: z.enum(PAGE_TONES), words: z.string().trim().min(1).max(LONGEST_SENTENCE) })
export type Draft = z.infer<typeof draft>

const MOST_DRAFTS = 40

/** What a model has answered, as far as it is what it was asked for: JSON, in a fence or beside other text; the drafts that can be read. */
export function readDrafts(answer: string): readonly Draft[] {
  const [from, to] = [answer.indexOf('{'), answer.lastIndexOf('}')]
  if (from < 0 || to < from) return []
  try {
    const read = z.object({ sentences: z.array(z.unknown()) }).safeParse(JSON.parse(answer.slice(from, to + 1)))
    if (!read.success) return []
    return read.data.sentences.slice(0, MOST_DRAFTS).flatMap((one) => {
      const known = draft.safeParse(one)
      return known.success ? known.data : []
    })
  } catch {
    return []
  }
}
