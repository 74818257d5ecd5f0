import type { ProductId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { ChosenCard } from './choose-cards.ts'
import { encoded, liquidText } from './liquid-text.ts'

/** A card that was chosen, with the handle by which Liquid finds its product. */
export interface DrawnCard extends ChosenCard {
  readonly handle: string
}

/** A product that a customer has bought, and what is true of it. */
export interface Bought {
  readonly product: ProductId
  readonly looks: readonly string[]
}

export interface Drawing {
  readonly placement: Placement
  /** Counted from 0. */
  readonly slot: number
  readonly showsPrice: boolean
  /** The card as `cardMarkup` makes it. */
  readonly markup: string
  /** For the browser's next pages: it hangs on the first card that is drawn. */
  readonly bought?: readonly Bought[]
}

/** Inside of a card: the script takes nothing else out of an answer. */
const BOUGHT = `{%- if bought != blank -%}<template data-bought="{{ bought | escape }}"></template>{%- assign bought = '' -%}{%- endif -%}`

/** Liquid gives a page no more products by their handles. */
export const MOST_DRAWN = 20

/** What Liquid answers with where nothing is to be drawn. */
export const NO_CARDS = '{% layout none %}'

/**
 * Cards as Liquid that Shopify draws: prices, stock, words and addresses are its own. A product that is not what its handle says any
 * more, cannot be bought or lies in the cart is not drawn. Nothing of the ask stands in it but closed sets and what was published.
 */
export function drawCards(cards: readonly DrawnCard[], { placement, slot, showsPrice, markup, bought = [] }: Drawing): string {
  if (cards.length === 0) return NO_CARDS
  const rows = cards.slice(0, MOST_DRAWN).map(cellsOf).join(';')
  return `${NO_CARDS}{%- liquid
  assign placement = '${placement}'
  assign scope = '${placement}-${slot + 1}'
  assign show_price = ${showsPrice}
  assign cart_product_ids = cart.items | map: 'product_id'
  assign rows = '${rows}' | split: ';'
  assign bought = ${liquidText(bought.length === 0 ? '' : JSON.stringify(bought.map(({ product, looks }) => [String(product), looks])))}
-%}
{%- for row in rows -%}
  {%- liquid
    assign cells = row | split: '|'
    assign id = cells[0] | plus: 0
    assign handle = cells[1] | url_decode
    assign offer = all_products[handle]
    if offer.id != id or cart_product_ids contains id
      continue
    endif
    unless offer.available
      continue
    endunless
    if offer.gift_card? or offer.requires_selling_plan
      continue
    endif
    if offer.price == 0
      assign paid = offer.variants | where: 'available' | reject: 'price', 0
      if paid.size == 0
        continue
      endif
    endif
    assign choices = nil
    assign is_partial = false
    assign note_by = cells[2] | url_decode
    assign note_ref = cells[3] | url_decode
    assign note_nest = true
    assign under = cells[4] | plus: 0
    assign parent = ''
    for line in cart.items
      if line.product_id == under
        assign parent = line.key
        break
      endif
    endfor
    assign said = cells[5] | url_decode
    assign note_need = cells[6]
    assign note_need_takes = cells[6]
    assign note_need_holds = cells[7]
    assign note_need_packs = nil
    if note_need
      assign note_need_packs = cells[8] | plus: 0
    endif
    assign note_need_of = nil
    if cells[9]
      assign note_need_of = cells[9] | url_decode
    endif
  -%}
  ${markup.replace(/<\/li>\s*$/, `${BOUGHT}</li>`)}
{%- endfor -%}`
}

function cellsOf({ product, handle, by, ref, under, text, need }: DrawnCard): string {
  const needed = need ? [need.takes, need.holds, need.packs, ...(need.of === undefined ? [] : [need.of])] : []
  return [product, handle, by, ref, under ?? '', text ?? '', ...needed].map((cell) => encoded(String(cell))).join('|')
}
