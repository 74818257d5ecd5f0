import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Card, IndexTable, Modal, Text, useBreakpoints, useIndexResourceState, type IndexTableProps } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import type { BulkAction } from '#app/rules/rule-edit.ts'
import { RuleRow, type ListedRule } from './rule-row.tsx'
import type { RulesAnswer } from './rules-answer.ts'
import { useUndo } from './use-undo.ts'
import { useWords } from './words.tsx'

/** The rules in a table, with what can be done with several of them at once. */
export function RuleTable({ rules, timezone }: { rules: readonly ListedRule[]; timezone: string }) {
  const { say, count } = useWords()
  const { smDown } = useBreakpoints()
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(
    rules.map(({ id }) => ({ id })),
  )
  const { submit, data, state } = useFetcher<RulesAnswer & { action: BulkAction }>()
  const [deleting, setDeleting] = useState(false)
  const undo = useUndo()
  const shopify = useAppBridge()
  const told = useRef<unknown>(null)

  useEffect(() => {
    if (!data || data === told.current) return
    told.current = data
    if (data.kind === 'changed-meanwhile') return void shopify.toast.show(say('rules.changed-meanwhile'), { isError: true })
    clearSelection()
    const { length } = data.edits
    if (length === 0) return void shopify.toast.show(say('rules.done.nothing'))
    undo(say(length === 1 ? `rules.done.${data.action}-one` : `rules.done.${data.action}`, { rules: count(length) }), data.edits)
  }, [data, clearSelection, count, say, shopify, undo])

  const act = (action: BulkAction) => {
    setDeleting(false)
    submit(JSON.stringify({ kind: 'bulk', action, ids: selectedResources }), {
      method: 'post',
      encType: 'application/json',
      action: '/app/rules?index',
    })
  }
  const table: IndexTableProps = {
    resourceName: { singular: say('rules.one'), plural: say('rules.many') },
    itemCount: rules.length,
    selectedItemsCount: allResourcesSelected ? 'All' : selectedResources.length,
    onSelectionChange: handleSelectionChange,
    condensed: smDown,
    loading: state !== 'idle',
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
            condensed={smDown}
            timezone={timezone}
          />
        ))}
      </IndexTable>
      <Modal
        open={deleting}
        onClose={() => setDeleting(false)}
        title={say(selectedResources.length === 1 ? 'rules.delete.sure-one' : 'rules.delete.sure', {
          rules: count(selectedResources.length),
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
