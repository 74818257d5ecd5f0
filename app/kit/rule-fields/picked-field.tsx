import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineError, InlineStack, Tag } from '@shopify/polaris'
import { readGid, toGid, type CollectionId, type ProductId } from '#app/commerce/ids.ts'
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
        <InlineStack gap="150">
          {ids.map((id, at) => (
            <div key={id} {...bin}>
              <Tag
                onRemove={() => {
                  noteRemoval(at)
                  onChange(ids.filter((one) => one !== id))
                }}
              >
                {titleOf(kind, id) ?? say(`condition.${kind}.gone`, { id })}
              </Tag>
            </div>
          ))}
        </InlineStack>
      )}
      {fault && <InlineError message={fault} fieldID={path} />}
    </BlockStack>
  )
}
