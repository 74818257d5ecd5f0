import { Box, Button, InlineStack, BlockStack, Select } from '@shopify/polaris'
import { PlusIcon } from '@shopify/polaris-icons'
import { CONDITION_KINDS } from '#app/rules/conditions/kinds.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { ConditionRow } from './condition-row.tsx'
import { useWords } from './words.tsx'

export type Group = Extract<Condition, { kind: 'all' | 'any' }>

/** Groups inside groups, as far as a person can follow. */
const DEEPEST_IN_FORM = 3

interface ConditionGroupProps {
  readonly group: Group
  readonly path: string
  readonly depth?: number
  onChange(group: Group): void
}

/** Conditions of which all or any must hold, each a row or a group of its own. */
export function ConditionGroup({ group, path, depth = 1, onChange }: ConditionGroupProps) {
  const { say } = useWords()
  const replace = (at: number, part: Condition | undefined) =>
    onChange({ ...group, of: group.of.flatMap((one, index) => (index === at ? (part ? [part] : []) : [one])) })
  const add = (part: Condition) => onChange({ ...group, of: [...group.of, part] })
  return (
    <BlockStack gap="300">
      {group.of.length > 1 && (
        <Box maxWidth="240px">
          <Select
            label={say('builder.joined')}
            labelHidden
            value={group.kind}
            options={[
              { value: 'all', label: say('builder.all') },
              { value: 'any', label: say('builder.any') },
            ]}
            onChange={(kind) => onChange({ ...group, kind: kind as Group['kind'] })}
          />
        </Box>
      )}
      {group.of.map((part, at) => (
        <ConditionRow
          key={at}
          condition={part}
          path={`${path}.of.${at}`}
          depth={depth}
          onChange={(next) => replace(at, next)}
          onRemove={() => replace(at, undefined)}
        />
      ))}
      <InlineStack gap="200">
        <Button icon={PlusIcon} variant="tertiary" onClick={() => add(CONDITION_KINDS.type.blank)}>
          {say('builder.add')}
        </Button>
        {depth < DEEPEST_IN_FORM && (
          <Button
            icon={PlusIcon}
            variant="tertiary"
            onClick={() => add({ kind: group.kind === 'all' ? 'any' : 'all', of: [CONDITION_KINDS.type.blank] })}
          >
            {say('builder.add-group')}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  )
}
