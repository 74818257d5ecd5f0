import { Card, IndexTable, Modal, Text, useIndexResourceState, type IndexTableProps } from '@shopify/polaris'
import { useState } from 'react'
import { useNarrow } from '#app/kit/phone.tsx'
import { DropLine } from '#app/kit/reorder/drop-line.tsx'
import { useReorder } from '#app/kit/reorder/use-reorder.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { BulkAction } from '#app/rules/versions/rule-edit.ts'
import { RuleRow, type ListedRule } from './rule-row.tsx'
import type { Bulk } from './use-bulk.ts'

interface RuleTableProps {
  readonly rules: readonly ListedRule[]
  /** The ids of all rules that were found, of which these are a part; empty where they are too many to be changed at once. */
  readonly found: readonly string[]
  readonly timezone: string
  readonly bulk: Bulk
}

/** The rules in a table, with what can be done with several of them at once. */
export function RuleTable({ rules, found, timezone, bulk }: RuleTableProps) {
  const { say, count } = useWords()
  const isNarrow = useNarrow()
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(
    rules.map(({ id }) => ({ id })),
  )
  const hasMore = found.length > rules.length
  const chosen = allResourcesSelected && hasMore ? found : selectedResources
  const [deleting, setDeleting] = useState(false)
  const order = useReorder(rules.length, (from, to) => bulk.place(rules[from]!.id, to < from ? 'before' : 'behind', rules[to]!.id))

  const act = (action: BulkAction) => {
    setDeleting(false)
    bulk.act(action, chosen)
    clearSelection()
  }
  const table: IndexTableProps = {
    resourceName: { singular: say('rules.one'), plural: say('rules.many') },
    itemCount: rules.length,
    selectedItemsCount: allResourcesSelected ? 'All' : selectedResources.length,
    onSelectionChange: handleSelectionChange,
    hasMoreItems: hasMore,
    paginatedSelectAllActionText: say('rules.all-found', { rules: count(found.length) }),
    paginatedSelectAllText: say('rules.all-found.selected', { rules: count(found.length) }),
    condensed: isNarrow,
    loading: bulk.isBusy,
    headings: [
      { title: say('rules.column.rule') },
      { title: say('rules.column.state') },
      { title: say('rules.column.reach'), alignment: 'end' },
      { title: say('rules.column.priority'), alignment: 'end' },
      { title: say('rules.column.changed') },
    ],
    promotedBulkActions: [
      { content: say('rules.bulk.activate'), onAction: () => act('activate') },
      { content: say('rules.bulk.draft'), onAction: () => act('draft') },
    ],
    bulkActions: [
      { content: say('rules.bulk.duplicate'), onAction: () => act('duplicate') },
      { title: '', items: [{ content: say('rules.bulk.delete'), destructive: true, onAction: () => setDeleting(true) }] },
    ],
  }
  return (
    <Card padding="0">
      <IndexTable {...table}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            at={at}
            selected={selectedResources.includes(rule.id)}
            condensed={isNarrow}
            order={order}
            timezone={timezone}
            onMove={(by) => bulk.move(rule.id, by)}
          />
        ))}
      </IndexTable>
      <DropLine order={order} />
      <Modal
        open={deleting}
        onClose={() => setDeleting(false)}
        title={say(chosen.length === 1 ? 'rules.delete.sure-one' : 'rules.delete.sure', {
          rules: count(chosen.length),
        })}
        primaryAction={{ content: say('rules.bulk.delete'), destructive: true, onAction: () => act('delete') }}
        secondaryActions={[{ content: say('review.discard.keep'), onAction: () => setDeleting(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say('rules.delete.help')}</Text>
        </Modal.Section>
      </Modal>
    </Card>
  )
}
