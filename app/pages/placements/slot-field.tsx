import { BlockStack, Button, InlineStack, Select, Text } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons'
import { LOCKS, type Lock, type SlotMix, type Source } from '#app/commerce/placement.ts'
import { DragHandle } from '#app/kit/reorder/drag-handle.tsx'
import { DropLine } from '#app/kit/reorder/drop-line.tsx'
import { useReorder } from '#app/kit/reorder/use-reorder.ts'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'

interface SlotFieldProps {
  readonly slot: SlotMix
  /** Counted from 1. */
  readonly place: number
  readonly isOnly: boolean
  /** What may fill a slot here. */
  readonly known: readonly Source[]
  readonly path: string
  /** Marks what takes the slot away. */
  readonly bin: object
  /** Nothing takes the slot away. */
  onChange(slot: SlotMix | undefined): void
}

/** Who fills one slot, and where that is left open, from what in which order. */
export function SlotField({ slot, place, isOnly, known, path, bin, onChange }: SlotFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const { lock, sources } = slot
  const change = (next: readonly Source[]) => onChange({ ...slot, sources: next })
  const order = useReorder(sources.length, (from, to) => change(moved(sources, from, to)))
  const removal = useFocusAfterRemoval()
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
            <div {...bin} style={{ display: 'flex' }}>
              <Button
                icon={DeleteIcon}
                variant="tertiary"
                size="large"
                accessibilityLabel={say('placements.remove-slot', { place })}
                onClick={() => onChange(undefined)}
              />
            </div>
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
            <div key={source} data-row>
              <InlineStack gap="100" blockAlign="center" wrap={false}>
                <DragHandle order={order} at={at} name={say(`source.${source}`)} />
                <div style={{ flex: '1 1 auto', minWidth: 0 }}>
                  <Text as="span">{say('placements.source', { place: at + 1, source: say(`source.${source}`) })}</Text>
                </div>
                <Button
                  icon={ArrowUpIcon}
                  variant="tertiary"
                  accessibilityLabel={say('placements.source.up', { source: say(`source.${source}`) })}
                  onClick={() => change(moved(sources, at, Math.max(0, at - 1)))}
                />
                <Button
                  icon={ArrowDownIcon}
                  variant="tertiary"
                  accessibilityLabel={say('placements.source.down', { source: say(`source.${source}`) })}
                  onClick={() => change(moved(sources, at, at + 1))}
                />
                <div {...removal.bin} style={{ display: 'flex' }}>
                  <Button
                    icon={DeleteIcon}
                    variant="tertiary"
                    accessibilityLabel={say('placements.source.remove', { source: say(`source.${source}`) })}
                    onClick={() => {
                      removal.noteRemoval(at)
                      change(sources.toSpliced(at, 1))
                    }}
                  />
                </div>
              </InlineStack>
            </div>
          ))}
          <DropLine order={order} />
          {others.length > 0 && (
            <div {...removal.adds}>
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
            </div>
          )}
          <Text as="p" tone="subdued" variant="bodySm">
            {say('placements.nothing')}
          </Text>
        </BlockStack>
      )}
    </BlockStack>
  )
}

const moved = <Row,>(rows: readonly Row[], from: number, to: number): Row[] => rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]!)
