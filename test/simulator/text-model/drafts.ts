/** What a request to read a sentence holds, as far as the pretend model looks at it. */
export interface SentenceAsked {
  readonly sentence: string
  readonly shop: { readonly types: readonly string[] }
}

/** Words that no shop calls anything, and the type that a model takes them for where the shop has it. */
const MEANT: Readonly<Record<string, RegExp>> = {
  cells: /batter/i,
  juice: /batter/i,
  kicks: /shoe/i,
  gadgets: /toy|robot|drone/i,
  threads: /shirt|sock/i,
  skins: /sleeve|case/i,
}
const MOST_WORDS = 5

/** What a model makes of a sentence: the first type that it names is offered beside the second; whatever else is said stands there, too. */
export function draftFor({ sentence, shop }: SentenceAsked): object {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? []
  const types = [...new Set(words.flatMap((word) => shop.types.filter((type) => isMeant(word, type)).slice(0, 1)))]
  const [offered, beside] = types
  if (offered === undefined || beside === undefined) return { rule: null, says: [] }
  return {
    rule: {
      when: { kind: 'type', names: [beside] },
      offer: { where: { kind: 'type', names: [offered] }, joins: [], except: null, sort: 'best-selling', most: 4, need: null },
    },
    says: stretchesOf(sentence).map((said) => ({ words: said, where: 'offer.where' })),
  }
}

/** What a model drafts that has been talked round, or makes things up. */
export const BOLD_DRAFT = {
  rule: {
    id: 'mine',
    state: 'active',
    when: { kind: 'type', names: ['Gold bar'] },
    offer: { where: { kind: 'type', names: ['<script>alert(1)</script>'] }, discount: { kind: 'percent', percent: 100 } },
  },
  says: [{ words: 'offer', where: 'offer' }],
}

const isMeant = (word: string, type: string) =>
  MEANT[word]?.test(type) ?? (word.length > 3 && type.toLowerCase().startsWith(word.replace(/s$/, '')))

/** All of it but for what stands in quotation marks, a few words at a time. */
function stretchesOf(sentence: string): string[] {
  return sentence.split(/“[^”]*”|"[^"]*"/).flatMap((piece) => piece.match(new RegExp(`\\S+(?:\\s+\\S+){0,${MOST_WORDS - 1}}`, 'g')) ?? [])
}
