import { BlockStack, InlineStack, Text } from '@shopify/polaris'
import { Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
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
  if (curve.length < 2) return null
  return (
    <BlockStack gap="200">
      <div role="img" aria-label={say('customers.curve')} style={{ height: 240 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={[...curve]} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
            <XAxis dataKey="day" stroke="#616161" fontSize={12} tickFormatter={(day: number) => count(day)} />
            <YAxis tickFormatter={percent} width={56} stroke="#616161" fontSize={12} />
            <Tooltip
              labelFormatter={(day) => say('customers.curve.day', { day: count(Number(day)) })}
              formatter={(value: unknown, name) => [
                percent(Number(value)),
                say(name === 'shown' ? 'customers.shown' : 'customers.held-out'),
              ]}
            />
            <Line dataKey="shown" stroke="#2c6ecb" strokeWidth={2} dot={false} isAnimationActive={false} />
            <Line dataKey="heldOut" stroke="#8a8a8a" strokeWidth={2} strokeDasharray="4 3" dot={false} isAnimationActive={false} />
          </LineChart>
        </ResponsiveContainer>
      </div>
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
