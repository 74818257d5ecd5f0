import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Choice } from '#app/slots/slot.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { aRule, type RulePart } from '../../../test/a/rule.ts'
import { CARD_FACETS } from '../sentences/hole.ts'
import { COPY_LOCALES } from '../sentences/locale.ts'
import { templateOf } from '../sentences/templates.ts'
import type { CardSpeech } from './texts-beside.ts'
import { textsBeside } from './texts-beside.ts'

const BATTERY = 'specs.battery_size'
const sameBattery = { kind: 'metafield', offered: BATTERY, trigger: BATTERY } as const
const allOn: CardSpeech = {
  sentences: { of: (locale, facet) => templateOf(locale, { facet, tone: 'card' }) },
  ...{ own: 'en', never: [], confirmed: new Map() },
}
type ProductPart = Parameters<typeof aProduct>[1]
interface Given {
  readonly rule?: RulePart
  readonly beside?: ProductPart
  readonly card?: ProductPart
  readonly need?: Choice['need']
  readonly speech?: Partial<CardSpeech>
}
function said({ rule = { joins: [sameBattery] }, beside, card, need, speech }: Given = {}) {
  const made = aRule(rule)
  const products = [aProduct(1, beside ?? { metafields: { [BATTERY]: 'AA' } }), aProduct(2, card ?? { metafields: { [BATTERY]: 'AA' } })]
  const textOf = textsBeside({ ...allOn, ...speech }, [made], (id) => products[id - 1])
  return textOf(1 as ProductId, 2 as ProductId, { reason: { by: 'rule', rule: made.id, name: '' }, ...(need && { need }) })
}
const need = (takes: number, holds: number) => ({ takes, holds, packs: Math.ceil(takes / holds) })

describe('a card that meets a need', () => {
  it('says so in six languages, with what the pieces are', () => {
    const texts = said({ need: need(3, 4) })!
    expect(Object.keys(texts)).toEqual(COPY_LOCALES)
    expect(texts['en']).toBe('Takes 3 × AA, this pack has 4')
    expect(texts['de']).toBe('Braucht 3 × AA, diese Packung hat 4')
    expect(texts['ja']).toBe('3 × AAが必要です。このパックは4個入りです')
  })

  it.each([
    ['en', 2, 'Takes 4 × AA: 2 packs of 2'],
    ['fr', 2, 'Fonctionne avec 4 × AA : 2 lots de 2'],
    ['ar', 2, 'يحتاج \u20684 × AA\u2069: عبوتان من 2'],
    ['ar', 3, 'يحتاج \u20686 × AA\u2069: 3 عبوات من 2'],
    ['ar', 11, 'يحتاج \u206822 × AA\u2069: 11 عبوة من 2'],
    ['ja', 2, '4 × AAが必要です：2個入りの2パックです'],
  ])('counts packs as %s does: %i', (locale, packs, text) => expect(said({ need: need(packs * 2, 2) })![locale]).toBe(text))

  it('leaves out what the pieces are in a language that has no word for it', () => {
    const knobs = { metafields: { [BATTERY]: 'Knopfzelle' } }
    const texts = said({ beside: knobs, card: knobs, need: need(2, 4), speech: { own: 'de' } })!
    expect([texts['de'], texts['en']]).toEqual(['Braucht 2 × Knopfzelle, diese Packung hat 4', 'Takes 2, this pack has 4'])
  })
})

describe('a card that is tied to the product', () => {
  it('says what both have in common, by the rule’s first match that is switched on', () => {
    expect(said()!['en']).toBe('Same power source: AA')
    const vendors = { joins: [{ kind: 'same-vendor' }, sameBattery] } as const
    expect(said({ rule: vendors })!['en']).toBe('Also from Maker')
    const noVendor = {
      of: (locale, facet) => (facet === 'make' ? undefined : allOn.sentences.of(locale, facet)),
    } as CardSpeech['sentences']
    expect(said({ rule: vendors, speech: { sentences: noVendor } })!['en']).toBe('Same power source: AA')
  })

  it('says nothing of a choice, of several values, of a bare number, or of two facets', () => {
    const size = { joins: [{ kind: 'same-option', option: 'Size' }] } as const
    const sized = (...sizes: string[]) => ({ options: ['Size'], variants: sizes.map((one) => aVariant({ options: [one] })) })
    expect(said({ rule: size, beside: sized('M'), card: sized('m') })!['en']).toBe('Same size: M')
    expect(said({ rule: size, beside: sized('M', 'L'), card: sized('M') })).toBeUndefined()
    const two = { metafields: { [BATTERY]: ['AA', 'AAA'] } }
    expect(said({ beside: two, card: two })).toBeUndefined()
    const bare = { metafields: { [BATTERY]: 9 } }
    expect(said({ beside: bare, card: bare })).toBeUndefined()
    const odd = { joins: [{ kind: 'metafield', offered: 'custom.material', trigger: BATTERY }] } as const
    expect(said({ rule: odd, card: { metafields: { 'custom.material': 'AA' } } })).toBeUndefined()
  })

  it('says nothing where a person has said otherwise of one of the two', () => {
    const of = (value: string) => new Map([[2 as ProductId, [{ product: 2 as ProductId, facet: 'power', value, by: '1', at: 0 } as const]]])
    expect(said({ speech: { confirmed: of('USB-C') } })).toBeUndefined()
    expect(said({ speech: { confirmed: of('aa') } })!['en']).toBe('Same power source: AA')
    expect(said({ need: need(3, 4), speech: { confirmed: of('USB-C') } })!['en']).toBe('Takes 3, this pack has 4')
  })
})

it('says nothing that is not switched on, that no rule offers, or that the merchant never wants to read', () => {
  expect(said({ speech: { sentences: { of: () => undefined } } })).toBeUndefined()
  expect(said({ speech: { never: ['power source'] } })!['en']).toBeUndefined()
  expect(said({ speech: { never: ['aa'] } })).toBeUndefined()
  const textOf = textsBeside(allOn, [], () => aProduct(1))
  expect(textOf(1 as ProductId, 2 as ProductId, { reason: { by: 'look-alikes' } })).toBeUndefined()
})

it('has a sentence of each kind in each language', () => {
  for (const locale of COPY_LOCALES)
    for (const facet of CARD_FACETS) expect(templateOf(locale, { facet, tone: 'card' })).toContain(`{{${facet}}}`)
})
