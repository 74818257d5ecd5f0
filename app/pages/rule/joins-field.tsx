import { BlockStack, Button, InlineStack, Select, Text, TextField } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import { NumberField } from '#app/kit/number-field.tsx'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { NameField } from '#app/kit/rule-fields/name-field.tsx'
import { replaceRow, rowKey } from '#app/kit/rule-fields/rows.ts'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { blankJoin } from '#app/rules/joins/blank-join.ts'
import type { JoinField } from '#app/rules/joins/join-kind.ts'
import { JOIN_KINDS, type Join } from '#app/rules/joins/joins.ts'

interface JoinsFieldProps {
  readonly joins: readonly Join[]
  readonly path: string
  onChange(joins: Join[]): void
}

const MOST_JOINS = 3

/** How what is offered is tied to what is looked at: each join a row with the fields that its kind asks for. */
export function JoinsField({ joins, path, onChange }: JoinsFieldProps) {
  const { say } = useWords()
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const replace = (at: number, join: Join | undefined) => onChange(replaceRow(joins, at, join))
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say('builder.joins')}
      </Text>
      {joins.map((join, at) => (
        <InlineStack key={rowKey(join)} gap="200" blockAlign="start" wrap>
          <Select
            label={say('builder.join')}
            labelHidden
            value={join.kind}
            options={Object.keys(JOIN_KINDS).map((kind) => ({ value: kind, label: say(`builder.join.${kind}`) }))}
            onChange={(kind) => replace(at, blankJoin(kind as Join['kind']))}
          />
          <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
            <BlockStack key={join.kind} gap="200">
              {JOIN_KINDS[join.kind].fields.map((field) => (
                <JoinPart key={field.name} field={field} join={join} path={`${path}.${at}`} onChange={(next) => replace(at, next)} />
              ))}
            </BlockStack>
          </div>
          <div {...bin}>
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={say('builder.join.remove')}
              onClick={() => {
                noteRemoval(at)
                replace(at, undefined)
              }}
            />
          </div>
        </InlineStack>
      ))}
      {joins.length < MOST_JOINS && (
        <div {...adds}>
          <Button icon={PlusIcon} variant="tertiary" onClick={() => onChange([...joins, blankJoin('same-collection')])}>
            {say('builder.join.add')}
          </Button>
        </div>
      )}
    </BlockStack>
  )
}

interface JoinPartProps {
  readonly field: JoinField
  readonly join: Join
  readonly path: string
  onChange(join: Join): void
}

function JoinPart({ field, join, path, onChange }: JoinPartProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const value = String((join as unknown as Readonly<Record<string, string | number>>)[field.name])
  const label = say(`builder.join.${join.kind}.${field.name}`)
  const at = `${path}.${field.name}`
  const change = (next: string | number) => onChange({ ...join, [field.name]: next } as Join)
  if (field.kind === 'metafield' || field.kind === 'option')
    return <NameField name={value} source={field.kind === 'option' ? 'options' : 'metafields'} path={at} label={label} onChange={change} />
  if (field.kind === 'percent') return <NumberField label={label} suffix="%" number={Number(value)} fault={faultAt(at)} onChange={change} />
  return <TextField label={label} value={value} error={faultAt(at)} onChange={change} autoComplete="off" />
}
