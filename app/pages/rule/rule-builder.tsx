import { BlockStack, Card, Checkbox, FormLayout, Select, TextField } from '@shopify/polaris'
import { DiscountsAllowed } from '#app/kit/discounts-allowed.tsx'
import { NumberField } from '#app/kit/number-field.tsx'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { asGroup, ConditionGroup } from '#app/kit/rule-fields/condition-group.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { ALL_FACTS, PRODUCT_FACTS, type Fact, type ProductFact } from '#app/rules/conditions/kinds.ts'
import { LONGEST_NAME } from '#app/rules/rule-name.ts'
import { MOST_OFFERED, SORTS, type Rule, type Sort } from '#app/rules/rule.ts'
import { AtField } from './at-field.tsx'
import { DiscountField } from './discount-field.tsx'
import { InsteadField } from './instead-field.tsx'
import { JoinsField } from './joins-field.tsx'
import { NeedField } from './need-field.tsx'

interface RuleBuilderProps {
  readonly rule: Rule
  /** Whether the merchant lets us make discounts. */
  readonly mayDiscount: boolean
  onChange(rule: Rule): void
}

/** The rule as a form: when, offer, never, and how it plays with others. */
export function RuleBuilder({ rule, mayDiscount, onChange }: RuleBuilderProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const { offer } = rule
  const isItself = offer.instead === 'subscription'
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part })
  const changeOffer = (part: Partial<Rule['offer']>) => change({ offer: { ...offer, ...part } })
  return (
    <BlockStack gap="400">
      <Card>
        <TextField
          label={say('builder.name')}
          helpText={say('builder.name.help')}
          value={rule.name}
          onChange={(name) => change({ name })}
          autoComplete="off"
          maxLength={LONGEST_NAME}
          showCharacterCount={rule.name.length > LONGEST_NAME - 20}
          error={faultAt('name')}
        />
      </Card>
      <TitledCard title={say('builder.when')}>
        <ConditionGroup<Fact> kinds={ALL_FACTS} group={asGroup<Fact>(rule.when)} path="when" onChange={(when) => change({ when })} />
      </TitledCard>
      <TitledCard title={say('builder.offer')}>
        <InsteadField offer={offer} onChange={(whole) => change({ offer: whole })} />
        {!isItself && (
          <>
            <ConditionGroup<ProductFact>
              kinds={PRODUCT_FACTS}
              group={asGroup(offer.where)}
              path="offer.where"
              onChange={(where) => changeOffer({ where })}
            />
            <JoinsField joins={offer.joins} path="offer.joins" onChange={(joins) => changeOffer({ joins })} />
            <NeedField need={offer.need} path="offer.need" onChange={(need) => changeOffer({ need })} />
          </>
        )}
      </TitledCard>
      {!isItself && (
        <TitledCard title={say('discount.title')} help={say('discount.help')}>
          {offer.discount && <DiscountsAllowed isAllowed={mayDiscount} />}
          <DiscountField discount={offer.discount} path="offer.discount" onChange={(discount) => changeOffer({ discount })} />
        </TitledCard>
      )}
      <TitledCard title={say('builder.except')} help={say('builder.except.help')}>
        <ConditionGroup<ProductFact>
          kinds={PRODUCT_FACTS}
          group={offer.except === null ? { kind: 'any', of: [] } : asGroup(offer.except)}
          path="offer.except"
          onChange={(except) => changeOffer({ except: except.of.length === 0 ? null : except })}
        />
      </TitledCard>
      <TitledCard title={say('builder.how')}>
        <FormLayout>
          {!isItself && (
            <FormLayout.Group condensed>
              <Select
                label={say('builder.sort')}
                value={offer.sort}
                options={SORTS.map((sort) => ({ value: sort, label: say(`builder.sort.${sort}`) }))}
                onChange={(sort) => changeOffer({ sort: sort as Sort })}
              />
              <Select
                label={say('builder.most')}
                value={String(offer.most)}
                options={range(1, MOST_OFFERED)}
                onChange={(most) => changeOffer({ most: Number(most) })}
              />
            </FormLayout.Group>
          )}
          <AtField at={rule.at} offer={offer} onChange={(at) => change({ at })} />
          <NumberField
            label={say('builder.priority')}
            help={say('builder.priority.help')}
            number={rule.priority}
            fault={faultAt('priority')}
            onChange={(priority) => change({ priority })}
          />
          {!isItself && (
            <>
              <Checkbox
                label={say('builder.nest')}
                helpText={say('builder.nest.help')}
                checked={offer.nest === true}
                onChange={(nest) => changeOffer({ nest: nest || undefined })}
              />
              <Checkbox
                label={say('builder.closes-gap')}
                helpText={say('builder.closes-gap.help')}
                checked={offer.closesGap === true}
                onChange={(closesGap) => changeOffer({ closesGap: closesGap || undefined })}
              />
            </>
          )}
          <Checkbox
            label={say('builder.stop')}
            helpText={say('builder.stop.help')}
            checked={rule.stop}
            onChange={(stop) => change({ stop })}
          />
          <Checkbox
            label={say('builder.fallback')}
            helpText={say('builder.fallback.help')}
            checked={rule.fallback}
            onChange={(fallback) => change({ fallback })}
          />
        </FormLayout>
      </TitledCard>
    </BlockStack>
  )
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}
