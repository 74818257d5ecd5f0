import { BlockStack, Box, Button, InlineStack, Select, Text } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import { asGroup, ConditionGroup } from '#app/kit/rule-fields/condition-group.tsx'
import { replaceRow, rowKey } from '#app/kit/rule-fields/rows.ts'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { blankFact } from '#app/rules/conditions/blank-fact.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { PRODUCT_FACTS, type ProductFact } from '#app/rules/conditions/kinds.ts'
import { ADJUSTMENTS, type Adjustment } from '#app/rules/mix.ts'

interface AdjustFieldProps {
  readonly adjust: readonly Adjustment[]
  readonly path: string
  onChange(adjust: Adjustment[]): void
}

/** What is done to what the machine shows, in the rules' own conditions. */
export function AdjustField({ adjust, path, onChange }: AdjustFieldProps) {
  const { say } = useWords()
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const replace = (at: number, one: Adjustment | undefined) => onChange(replaceRow(adjust, at, one))
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say('placements.adjust')}
      </Text>
      {adjust.map((one, at) => (
        <Box key={rowKey(one)} padding="300" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="300">
            <InlineStack gap="200" blockAlign="center" align="space-between">
              <Select
                label={say('placements.adjust.kind')}
                labelHidden
                value={one.kind}
                options={ADJUSTMENTS.map((kind) => ({ value: kind, label: say(`placements.adjust.${kind}`) }))}
                onChange={(kind) => replace(at, { ...one, kind: kind as Adjustment['kind'] })}
              />
              <div {...bin} style={{ display: 'flex' }}>
                <Button
                  icon={DeleteIcon}
                  variant="tertiary"
                  accessibilityLabel={say('placements.adjust.remove')}
                  onClick={() => {
                    noteRemoval(at)
                    replace(at, undefined)
                  }}
                />
              </div>
            </InlineStack>
            <ConditionGroup<ProductFact>
              kinds={PRODUCT_FACTS}
              group={asGroup(one.where)}
              path={`${path}.${at}.where`}
              onChange={(where) => replace(at, { ...one, where })}
            />
          </BlockStack>
        </Box>
      ))}
      <div {...adds}>
        <Button icon={PlusIcon} variant="tertiary" onClick={() => onChange([...adjust, { kind: 'boost', where: BLANK }])}>
          {say('placements.adjust.add')}
        </Button>
      </div>
    </BlockStack>
  )
}

const BLANK: Condition = { kind: 'all', of: [blankFact(PRODUCT_FACTS[0]!) as ProductFact] }
