import { BlockStack, Box, Button, InlineGrid, InlineStack, Text } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import { asGroup, ConditionGroup } from '#app/kit/rule-fields/condition-group.tsx'
import { replaceRow, rowKey } from '#app/kit/rule-fields/rows.ts'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { blankFact } from '#app/rules/conditions/blank-fact.ts'
import { PRODUCT_FACTS, type ProductFact } from '#app/rules/conditions/kinds.ts'
import type { NeverTogether } from '#app/rules/never-together.ts'

interface NeverTogetherFieldProps {
  readonly pairs: readonly NeverTogether[]
  readonly path: string
  onChange(pairs: NeverTogether[]): void
}

/** Pairs of products that never stand beside each other, each pair in a frame with its two sides. */
export function NeverTogetherField({ pairs, path, onChange }: NeverTogetherFieldProps) {
  const { say } = useWords()
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const replace = (at: number, pair: NeverTogether | undefined) => onChange(replaceRow(pairs, at, pair))
  return (
    <BlockStack gap="300">
      {pairs.map((pair, at) => (
        <Box key={rowKey(pair)} padding="300" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="300">
            <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
              {(['one', 'other'] as const).map((side) => (
                <BlockStack key={side} gap="200">
                  <Text as="h3" variant="headingSm">
                    {say(`settings.never-together.${side}`)}
                  </Text>
                  <ConditionGroup<ProductFact>
                    kinds={PRODUCT_FACTS}
                    group={asGroup(pair[side])}
                    path={`${path}.${at}.${side}`}
                    onChange={(group) => replace(at, { ...pair, [side]: group })}
                  />
                </BlockStack>
              ))}
            </InlineGrid>
            <InlineStack align="end">
              <div {...bin}>
                <Button
                  icon={DeleteIcon}
                  variant="tertiary"
                  onClick={() => {
                    noteRemoval(at)
                    replace(at, undefined)
                  }}
                >
                  {say('settings.never-together.remove')}
                </Button>
              </div>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
      <div {...adds}>
        <Button icon={PlusIcon} variant="tertiary" onClick={() => onChange([...pairs, blankPair()])}>
          {say('settings.never-together.add')}
        </Button>
      </div>
    </BlockStack>
  )
}

const ofType = () => ({ kind: 'any', of: [blankFact('type') as ProductFact] }) as const
const blankPair = (): NeverTogether => ({ one: ofType(), other: ofType() })
