import { BlockStack, Button, InlineStack, Select, Text } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons'
import { LOCKS, type Lock, type SlotMix, type Source } from '#app/commerce/placement.ts'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useWords } from '#app/kit/use-words.tsx'

interface SlotFieldProps {
  readonly slot: SlotMix
  /** Counted from 1. */
  readonly place: number
  readonly isOnly: boolean
  /** What may fill a slot here. */
  readonly known: readonly Source[]
  readonly path: string
  /** Nothing takes the slot away. */
  onChange(slot: SlotMix | undefined): void
}

/** Who fills one slot, and where that is left open, from what in which order. */
export function SlotField({ slot, place, isOnly, known, path, onChange }: SlotFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const { lock, sources } = slot
  const change = (next: readonly Source[]) => onChange({ ...slot, sources: next })
  const others = known.filter((source) => !sources.includes(source))
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="end" wrap={false}>
          <Select
            label={say('placements.slot', { place })}
            value={lock}
            options={LOCKS.map((one) => ({ value: one, label: say(`lock.${one}`) }))}
            onChange={(next) => onChange({ ...slot, lock: next as Lock })}
            error={faultAt(`${path}.lock`)}
          />
          {!isOnly && (
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              size="large"
              accessibilityLabel={say('placements.remove-slot', { place })}
              onClick={() => onChange(undefined)}
            />
          )}
        </InlineStack>
        <Text as="p" tone="subdued">
          {say(`lock.${lock}.help`)}
        </Text>
      </BlockStack>
      {lock === 'open' && (
        <BlockStack gap="150">
          <Text as="h3" variant="headingSm">
            {say('placements.sources')}
          </Text>
          {sources.map((source, at) => (
            <InlineStack key={source} gap="100" blockAlign="center" wrap={false}>
              <div style={{ flex: '1 1 auto', minWidth: 0 }}>
                <Text as="span">{say('placements.source', { place: at + 1, source: say(`source.${source}`) })}</Text>
              </div>
              <Button
                icon={ArrowUpIcon}
                variant="tertiary"
                disabled={at === 0}
                accessibilityLabel={say('placements.source.up', { source: say(`source.${source}`) })}
                onClick={() => change(sources.with(at - 1, source).with(at, sources[at - 1]!))}
              />
              <Button
                icon={ArrowDownIcon}
                variant="tertiary"
                disabled={at === sources.length - 1}
                accessibilityLabel={say('placements.source.down', { source: say(`source.${source}`) })}
                onClick={() => change(sources.with(at + 1, source).with(at, sources[at + 1]!))}
              />
              <Button
                icon={DeleteIcon}
                variant="tertiary"
                accessibilityLabel={say('placements.source.remove', { source: say(`source.${source}`) })}
                onClick={() => change(sources.toSpliced(at, 1))}
              />
            </InlineStack>
          ))}
          {others.length > 0 && (
            <Select
              label={say('placements.source.add')}
              labelHidden
              value=""
              options={[
                { value: '', label: say('placements.source.add') },
                ...others.map((source) => ({ value: source, label: say(`source.${source}`) })),
              ]}
              onChange={(source) => source !== '' && change([...sources, source as Source])}
            />
          )}
          <Text as="p" tone="subdued" variant="bodySm">
            {say('placements.nothing')}
          </Text>
        </BlockStack>
      )}
    </BlockStack>
  )
}
