import { BlockStack, InlineStack, Text } from '@shopify/polaris'
import { useMemo } from 'react'
import { Chart } from '#app/kit/chart/chart.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { CustomerBoard } from '#app/measure/boards/customers/customer-board.ts'

const KEYS = [
  { of: 'shown', colour: '#2c6ecb' },
  { of: 'held-out', colour: '#8a8a8a' },
] as const

/** How many customers have ordered again by each day, in both groups; the table below says the same. */
export function BackCurve({ curve }: { readonly curve: CustomerBoard['curve'] }) {
  const { say, count } = useWords()
  const { percent } = useFigures()
  const curves = useMemo(
    () => [
      { values: curve.map(({ shown }) => shown), colour: KEYS[0].colour },
      { values: curve.map(({ heldOut }) => heldOut), colour: KEYS[1].colour, isDashed: true },
    ],
    [curve],
  )
  if (curve.length < 2) return null
  return (
    <BlockStack gap="200">
      <Chart
        label={say('customers.curve')}
        curves={curves}
        sayValue={percent}
        sayPlace={(at) => say('customers.curve.day', { day: count(curve[at]!.day) })}
        sayPoint={(at) => {
          const { day, shown, heldOut } = curve[at]!
          return say('customers.curve.point', { day: count(day), shown: percent(shown), heldOut: percent(heldOut) })
        }}
      />
      <InlineStack gap="400">
        {KEYS.map(({ of, colour }) => (
          <InlineStack key={of} gap="100" blockAlign="center">
            <span aria-hidden style={{ width: 16, borderTop: `3px ${of === 'shown' ? 'solid' : 'dashed'} ${colour}` }} />
            <Text as="span" variant="bodySm">
              {say(`customers.${of}`)}
            </Text>
          </InlineStack>
        ))}
      </InlineStack>
    </BlockStack>
  )
}
