import { useSearchParams } from '@remix-run/react'
import { Box, Card, InlineGrid, Select } from '@shopify/polaris'
import { ListSearch } from '#app/kit/list-search.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { withQuery } from '#app/kit/with-query.ts'

export const RULE_FILTERS = ['all', 'active', 'draft', 'changed'] as const
export type RuleFilter = (typeof RULE_FILTERS)[number]

/** Searches the rules by name and sentence, and shows those of one state. */
export function RuleFilterCard({ sought, filter }: { sought: string; filter: RuleFilter }) {
  const { say } = useWords()
  const [, setSearch] = useSearchParams()
  return (
    <Card padding="300">
      <InlineGrid columns={{ xs: 1, sm: '2fr 1fr' }} gap="300">
        <ListSearch label={say('rules.search')} sought={sought} />
        <Box>
          <Select
            label={say('rules.filter')}
            labelHidden
            value={filter}
            options={RULE_FILTERS.map((value) => ({ value, label: say(`rules.filter.${value}`) }))}
            onChange={(show) => setSearch((before) => withQuery(before, { show, page: '1' }), { replace: true })}
          />
        </Box>
      </InlineGrid>
    </Card>
  )
}
