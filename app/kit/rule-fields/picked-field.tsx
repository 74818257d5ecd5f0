import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineError, InlineStack, Tag } from '@shopify/polaris'
import { readGid, toGid, type CollectionId, type ProductId } from '#app/commerce/ids.ts'
import { DragHandle } from '#app/kit/reorder/drag-handle.tsx'
import { DropLine } from '#app/kit/reorder/drop-line.tsx'
import { useReorder } from '#app/kit/reorder/use-reorder.ts'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { useBuilder } from './builder-context.tsx'

interface PickedFieldProps {
  readonly kind: 'product' | 'collection'
  readonly ids: readonly number[]
  readonly path: string
  /** One at the most. */
  readonly single?: boolean
  onChange(ids: number[]): void
}

/** Products or collections, chosen in Shopify's own picker. */
export function PickedField({ kind, ids, path, single = false, onChange }: PickedFieldProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { titleOf, rememberTitle, faultAt } = useBuilder()
  const fault = faultAt(path)
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()

  const order = useReorder(ids.length, (from, to) => onChange(ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]!)))

  async function pick() {
    const gids = ids.map((id) => ({ id: kind === 'product' ? toGid('Product', id as ProductId) : toGid('Collection', id as CollectionId) }))
    const picked = await shopify.resourcePicker({ type: kind, multiple: !single, action: 'select', selectionIds: gids })
    if (!picked) return
    const found = picked.flatMap(({ id: gid, title }: { id: string; title: string }) => {
      const id = kind === 'product' ? readGid('Product', gid) : readGid('Collection', gid)
      return id === undefined ? [] : [{ id, title }]
    })
    for (const { id, title } of found) rememberTitle(kind, id, title)
    onChange(found.map(({ id }) => id))
  }

  return (
    <BlockStack gap="150">
      <InlineStack gap="200">
        <div {...adds}>
          <Button onClick={() => void pick()}>{say(single ? `builder.pick.${kind}.one` : `builder.pick.${kind}`)}</Button>
        </div>
      </InlineStack>
      {ids.length > 0 && (
        <BlockStack gap="050">
          {ids.map((id, at) => (
            <div key={id} data-row>
              <InlineStack gap="050" blockAlign="center" wrap={false}>
                {ids.length > 1 && <DragHandle order={order} at={at} name={titleOf(kind, id) ?? say(`condition.${kind}.gone`, { id })} />}
                <div {...bin}>
                  <Tag
                    onRemove={() => {
                      noteRemoval(at)
                      onChange(ids.filter((one) => one !== id))
                    }}
                  >
                    {titleOf(kind, id) ?? say(`condition.${kind}.gone`, { id })}
                  </Tag>
                </div>
              </InlineStack>
            </div>
          ))}
          <DropLine order={order} />
        </BlockStack>
      )}
      {fault && <InlineError message={fault} fieldID={path} />}
    </BlockStack>
  )
}
