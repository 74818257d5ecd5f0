import { Box, Text } from '@shopify/polaris'
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useWords } from '#app/kit/use-words.tsx'
import type { KnownOn } from '#app/measure/boards/ribbon-of.ts'

/** A day or two draw no line. */
const FEWEST = 3
/** From so many days on the axis names months. */
const DAYS_OF_MONTHS = 300

/** What was known on each day: a band that holds the truth and narrows as more is known. A table beside it says the same. */
export function Ribbon({ ribbon }: { readonly ribbon: readonly KnownOn[] }) {
  const { say, money, language } = useWords()
  if (ribbon.length < FEWEST) return <Text as="p">{say('results.ribbon.young')}</Text>
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const date = writer({ dateStyle: 'medium' })
  // The first days know so little that their band would flatten all the others.
  const widest = 4 * Math.max(...ribbon.slice(-1).map(({ low, high }) => high - low), 1)
  const points = ribbon
    .filter(({ low, high }) => high - low <= widest)
    .map(({ day, effect, low, high }) => ({ day, effect, band: [low, high] as const }))
  const last = ribbon.at(-1)!
  // Over more than a year a day of the month alone names two of them.
  const tick = points.length > DAYS_OF_MONTHS ? writer({ month: 'short', year: 'numeric' }) : writer({ day: 'numeric', month: 'short' })
  return (
    <Box>
      <div role="img" aria-label={say('results.ribbon.label', { low: money(last.low), high: money(last.high) })} style={{ height: 240 }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={points} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
            <XAxis dataKey="day" tickFormatter={tick} minTickGap={48} stroke="#616161" fontSize={12} />
            <YAxis tickFormatter={money} width={72} stroke="#616161" fontSize={12} />
            <Tooltip
              labelFormatter={(label) => date(String(label))}
              formatter={(value: unknown, name) => [
                Array.isArray(value)
                  ? say('results.between', { low: money(Number(value[0])), high: money(Number(value[1])) })
                  : money(Number(value)),
                say(name === 'band' ? 'results.ribbon.band' : 'results.ribbon.effect'),
              ]}
            />
            <ReferenceLine y={0} stroke="#303030" />
            <Area dataKey="band" stroke="none" fill="#2c6ecb" fillOpacity={0.2} isAnimationActive={false} />
            <Line dataKey="effect" stroke="#2c6ecb" strokeWidth={2} dot={false} isAnimationActive={false} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <Text as="p" tone="subdued" variant="bodySm">
        {say('results.ribbon.help')}
      </Text>
    </Box>
  )
}
