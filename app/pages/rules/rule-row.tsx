import { Badge, BlockStack, Box, Button, ButtonGroup, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon } from '@shopify/polaris-icons'
import type { SyntheticEvent } from 'react'
import { DragHandle } from '#app/kit/reorder/drag-handle.tsx'
import type { Reorder } from '#app/kit/reorder/use-reorder.ts'
import { useWords } from '#app/kit/use-words.tsx'

export interface ListedRule {
  readonly id: string
  readonly name: string
  readonly state: 'draft' | 'active'
  readonly priority: number
  readonly sentence: string
  /** Product pages on which it offers something. */
  readonly pages: number
  /** What was found in it; 0 of a draft. */
  readonly findings: number
  /** Whether the shop knows it as it is here. */
  readonly since: 'same' | 'new' | 'changed'
  /** Of the last change; ISO 8601. */
  readonly at: string
}

interface RuleRowProps {
  readonly rule: ListedRule
  readonly at: number
  readonly selected: boolean
  /** On a narrow screen: everything in one cell. */
  readonly condensed: boolean
  readonly timezone: string
  readonly order: Reorder
  /** One place up (-1) or down (1). */
  onMove(by: -1 | 1): void
}

export function RuleRow({ rule, at, selected, condensed, timezone, order, onMove }: RuleRowProps) {
  const { say, count, language } = useWords()
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: timezone }).format(new Date(rule.at))
  const state = <Badge {...(rule.state === 'active' && { tone: 'success' as const })}>{say(`rules.state.${rule.state}`)}</Badge>
  const since = rule.since !== 'same' && <Badge tone="attention">{say(`rules.since.${rule.since}`)}</Badge>
  const move = (
    <InlineStack gap="050" blockAlign="center" wrap={false}>
      <MoveButtons name={rule.name} onMove={onMove} />
      <DragHandle order={order} at={at} name={rule.name} />
    </InlineStack>
  )
  const title = (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link dataPrimaryLink url={`/app/rules/${rule.id}`} monochrome removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {rule.name}
          </Text>
        </Link>
        {since}
        {rule.findings > 0 && (
          <Link url="/app/rules/list/problems" monochrome removeUnderline>
            <Badge tone="warning">{say(rule.findings === 1 ? 'lint.list.one' : 'lint.list', { findings: count(rule.findings) })}</Badge>
          </Link>
        )}
      </InlineStack>
      <Text as="span" tone="subdued" breakWord>
        {rule.sentence}
      </Text>
    </BlockStack>
  )
  if (condensed)
    return (
      <IndexTable.Row id={rule.id} position={at} selected={selected}>
        <Box padding="300" width="100%">
          <BlockStack gap="200">
            {title}
            <InlineStack gap="200" blockAlign="center">
              {state}
              <Text as="span" tone="subdued">
                {say(rule.pages === 1 ? 'rules.page' : 'rules.pages', { pages: count(rule.pages) })}
              </Text>
              <Text as="span" tone="subdued">
                {say('rules.priority', { priority: count(rule.priority) })}
              </Text>
              {move}
            </InlineStack>
          </BlockStack>
        </Box>
      </IndexTable.Row>
    )
  return (
    <IndexTable.Row id={rule.id} position={at} selected={selected}>
      <IndexTable.Cell>
        <div style={{ whiteSpace: 'normal', minWidth: '16rem' }}>{title}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>{state}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="p" alignment="end" numeric {...(rule.pages === 0 && { tone: 'caution' as const })}>
          {say(rule.pages === 1 ? 'rules.page' : 'rules.pages', { pages: count(rule.pages) })}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="200" align="end" blockAlign="center" wrap={false}>
          <Text as="span" numeric>
            {count(rule.priority)}
          </Text>
          {move}
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{day}</IndexTable.Cell>
    </IndexTable.Row>
  )
}

interface MoveButtonsProps {
  readonly name: string
  onMove(by: -1 | 1): void
}

/** Moves a rule among the others. A press on the row itself opens the rule. */
function MoveButtons({ name, onMove }: MoveButtonsProps) {
  const { say } = useWords()
  const move = (by: -1 | 1) => (event?: SyntheticEvent) => {
    event?.stopPropagation()
    onMove(by)
  }
  return (
    <ButtonGroup variant="segmented">
      <Button icon={ArrowUpIcon} size="slim" variant="tertiary" accessibilityLabel={say('rules.move.up', { name })} onClick={move(-1)} />
      <Button icon={ArrowDownIcon} size="slim" variant="tertiary" accessibilityLabel={say('rules.move.down', { name })} onClick={move(1)} />
    </ButtonGroup>
  )
}
