import type { Luck } from '../luck.ts'
import { FACETS } from '#app/copy/facts/facet.ts'
import { cleanDraft, holesIn, LANGUAGES, WORDS, type Draft, type Words } from './draft.ts'
import { amid, placesIn, planted } from './plant.ts'
import { respelt } from './respelt.ts'
import { FIGURES, HIDDEN, LOOKALIKES, MARKUP, QUOTES } from './signs.ts'

/** Spoils a clean draft in one way; undefined where this draft cannot be spoilt so. */
export type Trick = (clean: Draft, luck: Luck) => Draft | undefined

const withWords = (draft: Draft, kind: string, words: string | undefined): Draft | undefined =>
  words === undefined || words === draft.words ? undefined : { ...draft, kind, words }

const wordsOf = ({ about }: Draft): Words => WORDS[about.locale]
const plain = (draft: Draft) => draft.words.replaceAll(/\{\{\w+\}\}/gu, '\n')

const otherScene = ({ about }: Draft, luck: Luck) =>
  luck.pick(WORDS[about.locale].scenes.filter(({ title }) => title !== about.product.title))

function asWritten(draft: Draft, kind: 'negated' | 'twisted', luck: Luck): Draft {
  const has = new Set(draft.about.facts.map(({ facet }) => facet))
  const words = luck.pick(wordsOf(draft)[kind].filter((one) => holesIn(one).every((facet) => has.has(facet))))
  return { ...draft, kind, words, about: { ...draft.about, facet: holesIn(words)[0]! } }
}

export const TRICKS: Readonly<Record<string, Trick>> = {
  figures: (draft, luck) => planted(draft, 'figures', luck.pick(FIGURES), luck),
  quotes: (draft, luck) => {
    const [open, close] = luck.pick(QUOTES)
    const words = luck.chance(0.5)
      ? `${open}${draft.words}${close}`
      : draft.words.replace(/\{\{\w+\}\}/u, (hole) => `${open}${hole}${close}`)
    return withWords(draft, 'quotes', words)
  },
  markup: (draft, luck) => {
    const [before, after] = luck.pick(MARKUP)
    return withWords(
      draft,
      'markup',
      luck.chance(0.5) ? `${before}${draft.words}${after}` : amid(draft.words, before + after, wordsOf(draft).join.gap, luck),
    )
  },
  hidden: (draft, luck) => {
    const places = placesIn(draft.words)
    const [at, sign] = [luck.pick(places), luck.pick(HIDDEN)]
    return withWords(draft, 'hidden', draft.words.slice(0, at) + sign + draft.words.slice(at))
  },
  lookalikes: (draft, luck) => {
    const places = placesIn(draft.words).filter((at) => LOOKALIKES[draft.words[at]!])
    if (places.length === 0) return undefined
    const at = luck.pick(places)
    return withWords(draft, 'lookalikes', draft.words.slice(0, at) + luck.pick(LOOKALIKES[draft.words[at]!]!) + draft.words.slice(at + 1))
  },
  'disguised-claim': (draft, luck) => {
    const { kinds } = wordsOf(draft)
    const claim = luck.pick(kinds[luck.pick(['urgency', 'praise', 'legal', 'health'] as const)])
    const hidden = [...claim].map((sign) => (luck.chance(0.3) ? (LOOKALIKES[sign]?.[0] ?? sign + luck.pick(HIDDEN)) : sign)).join('')
    return planted(draft, 'disguised-claim', hidden, luck)
  },
  negated: (draft, luck) => asWritten(draft, 'negated', luck),
  twisted: (draft, luck) => asWritten(draft, 'twisted', luck),
  'unknown-hole': (draft, luck) => {
    const hole = luck.pick([
      'colour',
      'title',
      'Power',
      'product.title',
      'power | upcase',
      'price.value',
      '',
      'power}}{{',
      '__proto__',
      'constructor',
      'material\u200b',
      'POWER',
    ])
    return withWords(
      draft,
      'unknown-hole',
      luck.chance(0.5) ? draft.words.replace(/\{\{\w+\}\}/u, `{{${hole}}}`) : `${draft.words} {{${hole}}}`,
    )
  },
  braces: (draft, luck) => {
    const ways = [
      '{{{$1}}}',
      '{{ {{$1}} }}',
      '{$1}',
      '{{$1}',
      '{$1}}',
      '｛｛$1｝｝',
      '{% $1 %}',
      '{{{{$1}}}}',
      '{{$1}}}',
      '[[$1]]',
      '${$1}',
      '<%= $1 %>',
      '&#123;{$1}}',
      '{{$1}}{',
      '❴❴$1❵❵',
    ]
    const way = luck.pick(ways)
    return withWords(
      draft,
      'braces',
      draft.words.replace(/\{\{(\w+)\}\}/u, (_, facet: string) => way.replace('$1', facet)),
    )
  },
  'joined-hole': (draft, luck) => {
    const [before, after] = luck.pick([
      ['', 's'],
      ['un', ''],
      ['', '{{' + draft.about.facet + '}}'],
      ['non-', ''],
      ['', '-free'],
      ['', '-like'],
      ['anti', ''],
      ['', 'los'],
      ['', '’s'],
      ['', '_'],
      ['x', 'x'],
      ['', '/'],
      ['', '+'],
    ] as const)
    return withWords(
      draft,
      'joined-hole',
      draft.words.replace(/\{\{\w+\}\}/u, (hole) => before + hole + after),
    )
  },
  'no-such-fact': (draft, luck) => {
    const gone = luck.pick(holesIn(draft.words))
    return { ...draft, kind: 'no-such-fact', about: { ...draft.about, facts: draft.about.facts.filter(({ facet }) => facet !== gone) } }
  },
  'no-hole': (draft, luck) => {
    if (luck.chance(0.5)) return withWords(draft, 'no-hole', draft.words.replaceAll(/ ?\{\{\w+\}\}/gu, ''))
    const others = FACETS.filter((facet) => !holesIn(draft.words).includes(facet))
    return { ...draft, kind: 'no-hole', about: { ...draft.about, facet: luck.pick(others) } }
  },
  'fact-outside': (draft, luck) => {
    const fact = luck.pick(draft.about.facts.filter(({ facet }) => facet !== 'price'))
    const value = luck.pick([fact.value, fact.value.toLowerCase(), fact.value.toUpperCase()])
    if (luck.chance(0.3)) return withWords(draft, 'fact-outside', draft.words.replace(`{{${fact.facet}}}`, value))
    return planted(draft, 'fact-outside', value, luck)
  },
  'others-facts': (draft, luck) => {
    const { facts, title, type } = otherScene(draft, luck)
    const own = new Set(draft.about.facts.map(({ value }) => value))
    const foreign = [title, type, ...Object.values(facts)].filter((value) => !own.has(value) && !/^(lower|middle|upper)$/u.test(value))
    return planted(draft, 'others-facts', luck.pick(foreign), luck)
  },
  'wrong-language': (draft, luck) => {
    const locale = luck.pick(LANGUAGES.filter((one) => one !== draft.about.locale))
    const { words, about } = cleanDraft(luck, locale)
    // A few words may be of two languages: "De {{material}}".
    if ((plain({ ...draft, words }).match(/\p{L}/gu) ?? []).length < 14) return undefined
    return { kind: 'wrong-language', words, about: { ...about, locale: draft.about.locale } }
  },
  'too-long': (draft, luck) => {
    const scene = WORDS[draft.about.locale].scenes.find(({ title }) => title === draft.about.product.title)!
    let { words } = draft
    while (words.replaceAll(/\{\{\w+\}\}/gu, '').length < 180)
      words += wordsOf(draft).join.gap + cleanDraft(luck, draft.about.locale, scene).words
    return { ...draft, kind: 'too-long', words }
  },
  'never-said': (draft, luck) => {
    const filled = holesIn(draft.words)
      .filter((facet) => facet !== 'price')
      .map((facet) => draft.about.facts.find((fact) => fact.facet === facet)!.value)
    const phrases = plain(draft)
      .split(/[\n,.:;?、。：،؟]+/u)
      .map((one) => one.trim())
      .filter((one) => one.length > 3)
    const words = phrases.flatMap((one) => [one, ...one.split(' ').filter((word) => word.length > 3)])
    const never = respelt(luck.pick([...filled, ...words]), luck)
    return { ...draft, kind: 'never-said', about: { ...draft.about, never: [...draft.about.never, never] } }
  },
  'title-recombined': (draft, luck) => {
    const { title, type, says } = luck.pick(wordsOf(draft).titled)
    // The clean words speak of the scene's own title and type, which are no longer this product's: only a plain sentence will do.
    const words = luck.pick(
      wordsOf(draft).clean.filter(
        (one) =>
          !one.includes('<') &&
          holesIn(one).includes(draft.about.facet) &&
          holesIn(one).every((facet) => draft.about.facts.some((fact) => fact.facet === facet)),
      ),
    )
    if (words === undefined) return undefined
    return planted({ ...draft, words, about: { ...draft.about, product: { title, type } } }, 'title-recombined', says, luck)
  },
}
