import { BlockStack, Box, Card, Text } from '@shopify/polaris'
import { ChangedMeanwhileBanner } from '#app/kit/changes/changed-meanwhile-banner.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { Parts } from '#app/kit/parts.tsx'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { RuleFilterCard, type RuleFilter } from './rule-filter.tsx'
import type { ListedRule } from './rule-row.tsx'
import { RuleTable } from './rule-table.tsx'
import { useBulk } from './use-bulk.ts'

interface RuleListProps {
  readonly rules: readonly ListedRule[]
  /** The ids of all that were found, of this part and the others; empty where they are too many to be changed at once. */
  readonly found: readonly string[]
  /** Rules of the shop, whatever is sought. */
  readonly all: number
  readonly sought: string
  readonly filter: RuleFilter
  readonly part: number
  readonly parts: number
  readonly timezone: string
}

export function RuleList({ rules, found, all, sought, filter, part, parts, timezone }: RuleListProps) {
  const { say } = useWords()
  const bulk = useBulk()
  if (all === 0) {
    return (
      <Card>
        <NothingYet
          heading={say('rules.none')}
          action={{ content: say('templates.open'), url: '/app/templates' }}
          secondaryAction={{ content: say('rules.new'), url: '/app/rules/new' }}
        >
          <p>{say('rules.none-yet')}</p>
        </NothingYet>
      </Card>
    )
  }
  return (
    <BlockStack gap="400">
      <TooMuchBanner answer={bulk.answer} />
      <ChangedMeanwhileBanner answer={bulk.answer} />
      <RuleFilterCard sought={sought} filter={filter} />
      {rules.length === 0 ? (
        <Card>
          <Text as="p">{say('rules.none-found')}</Text>
        </Card>
      ) : (
        <RuleTable key={`${filter} ${part} ${sought}`} rules={rules} found={found} timezone={timezone} bulk={bulk} />
      )}
      <Box>
        <Parts part={part} parts={parts} />
      </Box>
    </BlockStack>
  )
}
