import { Box, Text } from '@shopify/polaris'
import { useMemo } from 'react'
import { Chart } from '#app/kit/chart/chart.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { KnownOn } from '#app/measure/boards/ribbon-of.ts'

/** A day or two draw no line. */
const FEWEST = 3
/** From so many days on the axis names months. */
const DAYS_OF_MONTHS = 300
const COLOUR = '#2c6ecb'

/** What was known on each day: a band that holds the truth and narrows as more is known. A table beside it says the same. */
export function Ribbon({ ribbon }: { readonly ribbon: readonly KnownOn[] }) {
  const { say, money, language } = useWords()
  const last = ribbon.at(-1)
  const points = useMemo(() => {
    // The first days know so little that their band would flatten all the others.
    const widest = last ? 4 * Math.max(last.high - last.low, 1) : 0
    return ribbon.filter(({ low, high }) => high - low <= widest)
  }, [ribbon, last])
  const curves = useMemo(() => [{ values: points.map(({ effect }) => effect), colour: COLOUR }], [points])
  const band = useMemo(() => ({ low: points.map(({ low }) => low), high: points.map(({ high }) => high), colour: COLOUR }), [points])
  if (!last || ribbon.length < FEWEST) return <Text as="p">{say('results.ribbon.young')}</Text>
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (at: number) => format.format(new Date(`${points[at]!.day}T00:00:00Z`))
  }
  const day = writer({ dateStyle: 'medium' })
  // Over more than a year a day of the month alone names two of them.
  const place = points.length > DAYS_OF_MONTHS ? writer({ month: 'short', year: 'numeric' }) : writer({ day: 'numeric', month: 'short' })
  return (
    <Box>
      <Chart
        label={say('results.ribbon.label', { low: money(last.low), high: money(last.high) })}
        curves={curves}
        band={band}
        sayValue={money}
        sayPlace={place}
        sayPoint={(at) => {
          const { effect, low, high } = points[at]!
          return say('results.ribbon.point', { day: day(at), effect: money(effect), low: money(low), high: money(high) })
        }}
      />
      <Text as="p" tone="subdued" variant="bodySm">
        {say('results.ribbon.help')}
      </Text>
    </Box>
  )
}
