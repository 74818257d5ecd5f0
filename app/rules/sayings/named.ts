import type { Meaning } from './item.ts'
import type { NamesForSaying } from './names.ts'
import { stemsOf, type Word } from './words.ts'

interface Named {
  readonly stems: readonly string[]
  readonly means: Meaning
}

/** What the shop's own names mean where they begin at a word: the longest, and how many words it takes. */
export interface NamedAt {
  readonly means: Meaning
  readonly words: number
}

export interface NamesFound {
  at(words: readonly Word[], place: number): NamedAt | undefined
  /** An option or metafield by its label alone, as in "the same size and colour". */
  labelAt(words: readonly Word[], place: number): NamedAt | undefined
}

/** Makes the shop's names be found in sentences, by the stems of their words. Of names that are the same a type comes before a collection, and that before a tag. */
export function findNames(names: NamesForSaying): NamesFound {
  const labels = labelsOf(names)
  const sames = labels.map(({ stems, means }): Named => ({ stems: ['same', ...stems], means }))
  const matched = labels.map(({ stems, means }): Named => ({ stems: ['match', 'the', ...stems], means }))
  const whole = [...typesOf(names), ...collectionsOf(names), ...tagsOf(names), ...vendorsOf(names), ...valuesOf(names)]
  const all = [...whole, ...partsOf(names), ...sames, ...matched]
  const [found, byLabel] = [indexed(all), indexed(labels)]
  return {
    at: (words, place) => longestAt(found, words, place),
    labelAt: (words, place) => longestAt(byLabel, words, place),
  }
}

const typesOf = ({ types }: NamesForSaying): Named[] =>
  types.map((type) => ({ stems: stemsOf(type), means: { kind: 'fact', isHead: true, fact: { kind: 'type', names: [type] } } }))

/** "straps" means watch straps where no other type has straps; "cases" are those of laptops or of phones, which the rest of the sentence may tell. */
function partsOf({ types }: NamesForSaying): Named[] {
  const owners = new Map<string, Set<string>>()
  for (const type of types) for (const stem of stemsOf(type)) owners.set(stem, (owners.get(stem) ?? new Set()).add(type))
  return [...owners].map(([stem, of]) => ({
    stems: [stem],
    means: { kind: 'fact', isHead: true, fact: { kind: 'type', names: [...of] }, ...(of.size > 1 && { isVague: true }) },
  }))
}

const collectionsOf = ({ collections }: NamesForSaying): Named[] =>
  collections.map(({ id, title }) => ({
    stems: stemsOf(title),
    means: { kind: 'fact', isHead: true, fact: { kind: 'collection', ids: [id] } },
  }))

const tagsOf = ({ tags }: NamesForSaying): Named[] =>
  tags.map((tag) => ({ stems: stemsOf(tag), means: { kind: 'fact', isHead: false, fact: { kind: 'tag', names: [tag] } } }))

const vendorsOf = ({ vendors }: NamesForSaying): Named[] =>
  vendors.map((vendor) => ({ stems: stemsOf(vendor), means: { kind: 'fact', isHead: false, fact: { kind: 'vendor', names: [vendor] } } }))

/** Values of options and metafields: behind their label, and alone where they are longer than a letter. */
function valuesOf({ options, metafields }: NamesForSaying): Named[] {
  const fields = [
    ...Object.entries(options).map(([name, values]) => ({ kind: 'option', name, label: stemsOf(name), values }) as const),
    ...Object.entries(metafields).map(([name, values]) => ({ kind: 'metafield', name, label: labelOf(name), values }) as const),
  ]
  return fields.flatMap(({ kind, name, label, values }) =>
    values.flatMap((value): Named[] => {
      const means: Meaning = { kind: 'fact', isHead: false, fact: { kind, name, names: [value] } }
      const stems = stemsOf(value)
      const labelled = [
        { stems: [...label, ...stems], means },
        { stems: [...label, 'is', ...stems], means },
      ]
      return value.length > 1 ? [...labelled, { stems, means }] : labelled
    }),
  )
}

/** What two products can have the same of. */
const labelsOf = ({ options, metafields }: NamesForSaying): Named[] => [
  ...Object.keys(options).map((option): Named => ({
    stems: stemsOf(option),
    means: { kind: 'join', join: { kind: 'same-option', option } },
  })),
  ...Object.keys(metafields).map((name): Named => ({
    stems: labelOf(name),
    means: { kind: 'join', join: { kind: 'metafield', offered: name, trigger: name } },
  })),
]

/** "specs.battery_size" is called "battery size". */
export const labelOf = (metafield: string): string[] => stemsOf(metafield.slice(metafield.indexOf('.') + 1))

function indexed(all: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const byFirst = new Map<string, Named[]>()
  for (const one of all) {
    const [first] = one.stems
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), one])
  }
  return byFirst
}

function longestAt(index: ReadonlyMap<string, readonly Named[]>, words: readonly Word[], place: number): NamedAt | undefined {
  let best: NamedAt | undefined
  for (const { stems, means } of index.get(words[place]?.stem ?? '') ?? []) {
    const isHere = stems.every((stem, at) => words[place + at]?.stem === stem)
    if (isHere && stems.length > (best?.words ?? 0)) best = { means, words: stems.length }
  }
  return best
}
