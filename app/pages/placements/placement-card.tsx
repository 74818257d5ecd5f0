import { Badge, BlockStack, Button, Card, Divider, InlineStack, Link, Text } from '@shopify/polaris'
import { PlusIcon } from '@shopify/polaris-icons'
import { MOST_SLOTS, PLACEMENTS, type Placement, type SlotMix } from '#app/commerce/placement.ts'
import { useFigures } from '#app/kit/use-figures.ts'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { PlacementMix } from '#app/rules/mix.ts'
import { AdjustField } from './adjust-field.tsx'
import { PagePicture } from './page-picture.tsx'
import type { Share } from './share.server.ts'
import { SlotField } from './slot-field.tsx'

interface PlacementCardProps {
  readonly placement: Placement
  readonly mix: PlacementMix
  readonly shares: readonly Share[]
  /** Opens the theme editor where the placement's block is added. */
  readonly editorUrl: string
  /** Whether a block stands on a page of Shopify's own; undefined where nobody has told. */
  readonly isPlaced: boolean | undefined
  onChange(mix: PlacementMix): void
}

/** One placement: a picture of its page, who fills it today, and what the merchant decides about its slots. */
export function PlacementCard({ placement, mix, shares, editorUrl, isPlaced, onChange }: PlacementCardProps) {
  const { say } = useWords()
  const { percent } = useFigures()
  const { slots, adjust } = mix
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const merchant = shares.reduce((sum, one) => sum + one.merchant, 0)
  const cards = merchant + shares.reduce((sum, one) => sum + one.machine, 0)
  const change = (at: number, slot: SlotMix | undefined) =>
    onChange({ slots: slot ? slots.with(at, slot) : slots.toSpliced(at, 1), adjust })
  return (
    <Card>
      <InlineStack gap="500" blockAlign="start">
        <PagePicture placement={placement} slots={slots} shares={shares} />
        <div style={{ flex: '1 1 18rem', minWidth: 0 }}>
          <BlockStack gap="400">
            <BlockStack gap="100">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h2" variant="headingMd">
                  {say(`placement.${placement}`)}
                </Text>
                {PLACEMENTS[placement].drawnBy === 'shopify' && isPlaced !== undefined && (
                  <Badge {...(isPlaced && { tone: 'success' as const })}>
                    {say(isPlaced ? 'placements.placed' : 'placements.not-placed')}
                  </Badge>
                )}
              </InlineStack>
              <Text as="p" tone="subdued">
                {cards === 0
                  ? say('placements.share.none')
                  : say('placements.share', { merchant: percent(merchant / cards), machine: percent(1 - merchant / cards) })}
              </Text>
              <Text as="p">
                <Link url={editorUrl} target="_top">
                  {say(`placements.editor.${PLACEMENTS[placement].drawnBy}`)}
                  <Text as="span" visuallyHidden>
                    : {say(`placement.${placement}`)}
                  </Text>
                </Link>
              </Text>
            </BlockStack>
            {slots.map((slot, at) => (
              <BlockStack key={at} gap="300">
                {at > 0 && <Divider />}
                <SlotField
                  slot={slot}
                  place={at + 1}
                  isOnly={slots.length === 1}
                  known={PLACEMENTS[placement].sources}
                  path={`${placement}.slots.${at}`}
                  bin={bin}
                  onChange={(changed) => {
                    if (!changed) noteRemoval(at)
                    change(at, changed)
                  }}
                />
              </BlockStack>
            ))}
            {slots.some(({ lock }) => lock === 'open') && (
              <AdjustField adjust={adjust} path={`${placement}.adjust`} onChange={(changed) => onChange({ slots, adjust: changed })} />
            )}
            {/* A block of Shopify's own pages draws the first slot. */}
            {slots.length < MOST_SLOTS && PLACEMENTS[placement].drawnBy === 'theme' && (
              <div {...adds}>
                <Button
                  icon={PlusIcon}
                  variant="tertiary"
                  onClick={() =>
                    onChange({ slots: [...slots, { lock: 'open', sources: PLACEMENTS[placement].slots[0]!.sources }], adjust })
                  }
                >
                  {say('placements.add-slot')}
                </Button>
              </div>
            )}
          </BlockStack>
        </div>
      </InlineStack>
    </Card>
  )
}
