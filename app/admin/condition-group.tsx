import { BlockStack, Box, Button, InlineStack, Select } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import { CONDITION_KINDS, kindOf, type Fact } from '#app/rules/conditions/kinds.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { FactField } from './fact-field.tsx'
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

interface ConditionRowProps {
  readonly condition: Condition
  readonly path: string
  readonly depth: number
  onChange(condition: Condition): void
  onRemove(): void
}

/** One condition: what it looks at, whether it must hold or must not, and its values; or a group in a frame. */
function ConditionRow({ condition, path, depth, onChange, onRemove }: ConditionRowProps) {
  const { say } = useWords()
  const negated = condition.kind === 'not'
  const inner = condition.kind === 'not' ? condition.of : condition
  const innerPath = negated ? `${path}.of` : path
  const put = (next: Condition) => onChange(negated ? { kind: 'not', of: next } : next)
  const remove = <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={say('builder.remove')} onClick={onRemove} />
  const truth = (
    <Select
      label={say('builder.truth')}
      labelHidden
      value={negated ? 'not' : 'is'}
      options={[
        { value: 'is', label: say('builder.is') },
        { value: 'not', label: say('builder.is-not') },
      ]}
      onChange={(value) => onChange(value === 'not' ? { kind: 'not', of: inner } : inner)}
    />
  )

  if (inner.kind === 'not') return null
  if (inner.kind === 'all' || inner.kind === 'any') {
    return (
      <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
        <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
          <Box width="100%">
            <ConditionGroup group={inner} path={innerPath} depth={depth + 1} onChange={put} />
          </Box>
          {truth}
          {remove}
        </InlineStack>
      </Box>
    )
  }
  return (
    <InlineStack gap="200" blockAlign="start" wrap>
      <Select
        label={say('builder.looks-at')}
        labelHidden
        value={inner.kind}
        options={Object.keys(CONDITION_KINDS).map((kind) => ({ value: kind, label: say(`builder.kind.${kind}`) }))}
        onChange={(kind) => put(CONDITION_KINDS[kind as Fact['kind']].blank)}
      />
      {truth}
      <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
        <FactField fact={inner} field={kindOf(inner).field} path={innerPath} onChange={put} />
      </div>
      {remove}
    </InlineStack>
  )
}
