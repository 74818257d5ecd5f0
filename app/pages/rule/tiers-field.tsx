import { BlockStack, Button, FormLayout, InlineError, InlineStack } from '@shopify/polaris'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { ShareField } from '#app/kit/share-field.tsx'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Tier } from '#app/offers/discount.ts'
import { PiecesField } from './pieces-field.tsx'

interface TiersFieldProps {
  readonly tiers: readonly Tier[]
  readonly path: string
  onChange(tiers: readonly Tier[]): void
}

const MOST_TIERS = 5

/** From how many pieces on how much comes off. */
export function TiersField({ tiers, path, onChange }: TiersFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const fault = faultAt(path)
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const change = (at: number, part: Partial<Tier>) => onChange(tiers.map((tier, other) => (other === at ? { ...tier, ...part } : tier)))
  const last = tiers.at(-1)
  return (
    <BlockStack gap="200">
      {tiers.map((tier, at) => (
        <FormLayout.Group condensed key={at}>
          <PiecesField
            label={say('discount.tier.from')}
            pieces={tier.from}
            fault={faultAt(`${path}.${at}.from`)}
            onChange={(from) => change(at, { from })}
          />
          <ShareField
            label={say('discount.off')}
            share={tier.off}
            fault={faultAt(`${path}.${at}.off`)}
            onChange={(off = -1) => change(at, { off })}
          />
        </FormLayout.Group>
      ))}
      {fault && <InlineError message={fault} fieldID={path} />}
      <InlineStack gap="200">
        <div {...adds}>
          <Button
            disabled={tiers.length === MOST_TIERS}
            onClick={() => onChange([...tiers, { from: (last?.from ?? 0) + 3, off: Math.min(10_000, (last?.off ?? 0) + 500) }])}
          >
            {say('discount.tier.add')}
          </Button>
        </div>
        {tiers.length > 1 && (
          <div {...bin}>
            <Button
              onClick={() => {
                noteRemoval(0)
                onChange(tiers.slice(0, -1))
              }}
            >
              {say('discount.tier.remove')}
            </Button>
          </div>
        )}
      </InlineStack>
    </BlockStack>
  )
}
