import { BlockStack, Checkbox, FormLayout, Select } from '@shopify/polaris'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { ShareField } from '#app/kit/share-field.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Combines, Discount } from '#app/offers/discount.ts'
import type { OfferDiscount } from '#app/rules/rule.ts'
import { AmountsField } from '#app/kit/amounts-field.tsx'
import { PiecesField } from './pieces-field.tsx'
import { TiersField } from './tiers-field.tsx'

interface DiscountFieldProps {
  /** Nothing comes off where absent: what a rule begins with. */
  readonly discount: OfferDiscount | undefined
  readonly path: string
  onChange(discount: OfferDiscount | undefined): void
}

const NOTHING = 'none'

/** What each kind begins with. Amounts are for the merchant to say. */
const BEGINNINGS: Readonly<Record<Discount['kind'], Discount>> = {
  percent: { kind: 'percent', off: 1_000 },
  amount: { kind: 'amount', off: {} },
  'bundle-price': { kind: 'bundle-price', price: {} },
  'buy-get': { kind: 'buy-get', buy: 2, get: 1, off: 10_000 },
  tiers: { kind: 'tiers', tiers: [{ from: 3, off: 1_000 }] },
  gift: { kind: 'gift', from: {} },
}
const KINDS = Object.keys(BEGINNINGS) as readonly Discount['kind'][]

/** What a rule gives off, and beside which other discounts. */
export function DiscountField({ discount, path, onChange }: DiscountFieldProps) {
  const { say } = useWords()
  const combines: Combines = discount?.combines ?? { order: false, shipping: false }
  return (
    <BlockStack gap="400">
      <Select
        label={say('discount.kind')}
        value={discount?.kind ?? NOTHING}
        options={[NOTHING, ...KINDS].map((kind) => ({ value: kind, label: say(`discount.kind.${kind}`) }))}
        onChange={(kind) => onChange(kind === NOTHING ? undefined : { ...BEGINNINGS[kind as Discount['kind']], combines })}
      />
      {discount && (
        <FormLayout key={discount.kind}>
          <Gives discount={discount} path={path} onChange={(changed) => onChange({ ...changed, combines })} />
          <Checkbox
            label={say('discount.beside-order')}
            helpText={say('discount.beside.help')}
            checked={combines.order}
            onChange={(order) => onChange({ ...discount, combines: { ...combines, order } })}
          />
          <Checkbox
            label={say('discount.beside-shipping')}
            checked={combines.shipping}
            onChange={(shipping) => onChange({ ...discount, combines: { ...combines, shipping } })}
          />
        </FormLayout>
      )}
    </BlockStack>
  )
}

interface GivesProps {
  readonly discount: Discount
  readonly path: string
  onChange(discount: Discount): void
}

function Gives({ discount, path, onChange }: GivesProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const off = (share: number, change: (share: number) => void) => (
    <ShareField label={say('discount.off')} share={share} fault={faultAt(`${path}.off`)} onChange={(given = -1) => change(given)} />
  )
  switch (discount.kind) {
    case 'percent':
      return off(discount.off, (share) => onChange({ ...discount, off: share }))
    case 'amount':
      return (
        <AmountsField
          label={say('discount.amount')}
          help={say('discount.amount.help')}
          amounts={discount.off}
          path={`${path}.off`}
          onChange={(amounts) => onChange({ ...discount, off: amounts })}
        />
      )
    case 'bundle-price':
      return (
        <AmountsField
          label={say('discount.price')}
          help={say('discount.price.help')}
          amounts={discount.price}
          path={`${path}.price`}
          onChange={(price) => onChange({ ...discount, price })}
        />
      )
    case 'buy-get':
      return (
        <>
          <FormLayout.Group condensed>
            <PiecesField
              label={say('discount.buy')}
              pieces={discount.buy}
              fault={faultAt(`${path}.buy`)}
              onChange={(buy) => onChange({ ...discount, buy })}
            />
            <PiecesField
              label={say('discount.get')}
              pieces={discount.get}
              fault={faultAt(`${path}.get`)}
              onChange={(get) => onChange({ ...discount, get })}
            />
          </FormLayout.Group>
          {off(discount.off, (share) => onChange({ ...discount, off: share }))}
        </>
      )
    case 'tiers':
      return <TiersField tiers={discount.tiers} path={`${path}.tiers`} onChange={(tiers) => onChange({ ...discount, tiers })} />
    case 'gift':
      return (
        <AmountsField
          label={say('discount.gift.from')}
          help={say('discount.gift.help')}
          amounts={discount.from}
          path={`${path}.from`}
          onChange={(from) => onChange({ ...discount, from })}
        />
      )
    default:
      return discount satisfies never
  }
}
