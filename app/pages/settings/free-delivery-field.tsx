import { BlockStack, Box, Button, InlineStack, Select } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import type { FreeDelivery } from '#app/rules/free-delivery.ts'
import { AmountsField } from '#app/kit/amounts-field.tsx'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'

interface FreeDeliveryFieldProps {
  readonly stated: readonly FreeDelivery[]
  readonly path: string
  onChange(stated: readonly FreeDelivery[]): void
}

const EVERYWHERE = ''

/** From what on delivery is free, market by market; each is named once. */
export function FreeDeliveryField({ stated, path, onChange }: FreeDeliveryFieldProps) {
  const { say } = useWords()
  const { names, faultAt } = useBuilder()
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const taken = stated.map(({ market }) => market)
  const free = [null, ...(names.markets ?? [])].filter((market) => !taken.includes(market))
  const replace = (at: number, part: Partial<FreeDelivery>) => onChange(stated.map((one, nth) => (nth === at ? { ...one, ...part } : one)))
  const label = (market: string | null) =>
    market ?? say(`settings.free-delivery.${taken.some((one) => one !== null) ? 'everywhere-else' : 'everywhere'}`)
  return (
    <BlockStack gap="300">
      {stated.map(({ market, amounts }, at) => (
        <Box key={market ?? EVERYWHERE} padding="300" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="300">
            <Select
              label={say('settings.free-delivery.market')}
              value={market ?? EVERYWHERE}
              options={[market, ...free].map((one) => ({ value: one ?? EVERYWHERE, label: label(one) }))}
              error={faultAt(`${path}.${at}.market`)}
              onChange={(chosen) => replace(at, { market: chosen === EVERYWHERE ? null : chosen })}
            />
            <AmountsField
              label={say('settings.free-delivery.amount')}
              help={say('settings.free-delivery.amount.help')}
              amounts={amounts}
              path={`${path}.${at}.amounts`}
              onChange={(changed) => replace(at, { amounts: changed })}
            />
            <InlineStack align="end">
              <div {...bin}>
                <Button
                  icon={DeleteIcon}
                  variant="tertiary"
                  onClick={() => {
                    noteRemoval(at)
                    onChange(stated.filter((_, nth) => nth !== at))
                  }}
                >
                  {say('settings.free-delivery.remove')}
                </Button>
              </div>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
      {free.length > 0 && (
        <div {...adds}>
          <Button icon={PlusIcon} variant="tertiary" onClick={() => onChange([...stated, { market: free[0]!, amounts: {} }])}>
            {say(stated.length === 0 ? 'settings.free-delivery.start' : 'settings.free-delivery.add')}
          </Button>
        </div>
      )}
    </BlockStack>
  )
}
