import { Box, Button, InlineStack, Select } from '@shopify/polaris'
import { DeleteIcon } from '@shopify/polaris-icons'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { CONDITION_KINDS, kindOf, type Fact } from '#app/rules/conditions/kinds.ts'
import { ConditionGroup } from './condition-group.tsx'
import { FactField } from './fact-field.tsx'
import { useWords } from './words.tsx'

interface ConditionRowProps {
  readonly condition: Condition
  readonly path: string
  readonly depth: number
  onChange(condition: Condition): void
  onRemove(): void
}

/** One condition: what it looks at, whether it must hold or must not, and its values; or a group in a frame. */
export function ConditionRow({ condition, path, depth, onChange, onRemove }: ConditionRowProps) {
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
