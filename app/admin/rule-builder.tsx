import { BlockStack, Box, Card, ChoiceList, FormLayout, Select, Text, TextField } from '@shopify/polaris'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { JOIN_KINDS, type Join } from '#app/rules/joins/join.ts'
import { MOST_OFFERED, SORTS, type Rule, type Sort } from '#app/rules/rule.ts'
import { useBuilder } from './builder-context.tsx'
import { ConditionGroup, type Group } from './condition-group.tsx'
import { useWords } from './words.tsx'

interface RuleBuilderProps {
  readonly rule: Rule
  onChange(rule: Rule): void
}

/** The rule as a form: when, offer, never, and how it plays with others. */
export function RuleBuilder({ rule, onChange }: RuleBuilderProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const { offer } = rule
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
          maxLength={120}
          error={faultAt('name')}
        />
      </Card>
      <Section title={say('builder.when')}>
        <ConditionGroup group={asGroup(rule.when)} path="when" onChange={(when) => change({ when })} />
      </Section>
      <Section title={say('builder.offer')}>
        <ConditionGroup group={asGroup(offer.where)} path="offer.where" onChange={(where) => changeOffer({ where })} />
        <ChoiceList
          allowMultiple
          title={say('builder.joins')}
          choices={Object.entries(JOIN_KINDS).map(([join, kind]) => ({ value: join, label: kind.sentence(say) }))}
          selected={[...offer.joins]}
          onChange={(joins: string[]) => changeOffer({ joins: joins as Join[] })}
        />
      </Section>
      <Section title={say('builder.except')}>
        <Text as="p" tone="subdued">
          {say('builder.except.help')}
        </Text>
        <ConditionGroup
          group={offer.except === null ? { kind: 'any', of: [] } : asGroup(offer.except)}
          path="offer.except"
          onChange={(except) => changeOffer({ except: except.of.length === 0 ? null : except })}
        />
      </Section>
      <Section title={say('builder.how')}>
        <FormLayout>
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
          <TextField
            label={say('builder.priority')}
            helpText={say('builder.priority.help')}
            type="number"
            min={1}
            max={100}
            value={String(rule.priority)}
            onChange={(priority) => change({ priority: Number(priority) })}
            autoComplete="off"
            error={faultAt('priority')}
          />
        </FormLayout>
      </Section>
    </BlockStack>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Box>
          <BlockStack gap="400">{children}</BlockStack>
        </Box>
      </BlockStack>
    </Card>
  )
}

/** The form shows a group at the top; a rule written elsewhere may have a lone condition there. */
export function asGroup(condition: Condition): Group {
  return condition.kind === 'all' || condition.kind === 'any' ? condition : { kind: 'all', of: [condition] }
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}
