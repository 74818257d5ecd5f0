import { Text } from '@shopify/polaris'
import { area, line } from 'd3-shape'
import { useMemo, useState, type CSSProperties, type PointerEvent } from 'react'
import { namedOf, scaleOf, type Scale } from './scale-of.ts'

export interface Curve {
  readonly values: readonly number[]
  readonly colour: string
  readonly isDashed?: boolean
}

interface ChartProps {
  /** What the picture shows, for whoever does not see it. */
  readonly label: string
  /** Each of as many values as there are points. */
  readonly curves: readonly Curve[]
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[]; readonly colour: string } | undefined
  /** A value as it stands on the axis. */
  readonly sayValue: (value: number) => string
  /** Where a point lies, short enough for the axis. */
  readonly sayPlace: (at: number) => string
  /** All that is known of a point: it is told of the one that is pointed at, else of the last. */
  readonly sayPoint: (at: number) => string
}

const HEIGHT = 208
const ROWS = 4
const PLACES = 5
const [INK, AXIS] = ['#303030', '#616161']

/**
 * Curves and a band over points at even distances. It has whatever width there is and is drawn by the server, so that nothing moves once
 * it comes; labels are text beside the drawing, which stretches.
 */
export function Chart({ label, curves, band, sayValue, sayPlace, sayPoint }: ChartProps) {
  const [pointedAt, setPointedAt] = useState<number>()
  const count = curves[0]!.values.length
  const scale = useMemo(
    () => scaleOf([...curves.flatMap(({ values }) => values), ...(band?.low ?? []), ...(band?.high ?? [])], ROWS),
    [curves, band],
  )
  const drawn = useMemo(() => <Drawing curves={curves} band={band} scale={scale} />, [curves, band, scale])
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    setPointedAt(Math.min(Math.max(Math.round(((clientX - left) / width) * (count - 1)), 0), count - 1))
  }
  return (
    <div>
      <div role="img" aria-label={label} style={PICTURE}>
        <div style={{ ...COLUMN, height: HEIGHT }}>
          {scale.ticks.toReversed().map((tick) => (
            <span key={tick} style={{ height: 0, lineHeight: 0 }}>
              {sayValue(tick)}
            </span>
          ))}
        </div>
        <div
          style={{ position: 'relative', height: HEIGHT, borderInlineStart: `1px solid ${AXIS}` }}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setPointedAt(undefined)}
        >
          {drawn}
          {pointedAt !== undefined && <div style={{ ...MARK, left: `${across(pointedAt, count)}%` }} />}
        </div>
        <div style={{ position: 'relative', gridColumn: 2, height: 20 }}>
          {namedOf(count, PLACES).map((at, nth, { length }) => (
            <span
              key={at}
              style={{ ...PLACE, left: `${across(at, count)}%`, translate: nth === 0 ? '0' : nth === length - 1 ? '-100%' : '-50%' }}
            >
              {sayPlace(at)}
            </span>
          ))}
        </div>
      </div>
      <Text as="p" variant="bodySm">
        {sayPoint(pointedAt ?? count - 1)}
      </Text>
    </div>
  )
}

function Drawing({ curves, band, scale: { low, high } }: Pick<ChartProps, 'curves' | 'band'> & { readonly scale: Scale }) {
  const count = curves[0]!.values.length
  const x = (_: unknown, at: number) => across(at, count)
  const y = (value: number) => 100 - ((value - low) / (high - low)) * 100
  const filled =
    band &&
    area<number>(
      x,
      (_, at) => y(band.low[at]!),
      (_, at) => y(band.high[at]!),
    )(band.low)
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden style={{ display: 'block', width: '100%', height: '100%' }}>
      {filled && <path d={filled} fill={band.colour} fillOpacity={0.2} />}
      <path d={`M0 ${y(0)}H100`} stroke={INK} vectorEffect="non-scaling-stroke" />
      {curves.map(({ values, colour, isDashed }) => (
        <path
          key={colour}
          d={line<number>(x, y)(values) ?? ''}
          fill="none"
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={isDashed ? '4 3' : undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** Where a point lies between the first (0) and the last (100). */
const across = (at: number, count: number): number => (at / Math.max(count - 1, 1)) * 100

/** Time runs from left to right in every language of the admin. */
const PICTURE: CSSProperties = {
  direction: 'ltr',
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: 8,
  paddingBlock: 8,
  color: AXIS,
  fontSize: 12,
}
const COLUMN: CSSProperties = { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', textAlign: 'end' }
const PLACE: CSSProperties = { position: 'absolute', top: 4, whiteSpace: 'nowrap' }
const MARK: CSSProperties = { position: 'absolute', insetBlock: 0, borderInlineStart: `1px dashed ${INK}`, pointerEvents: 'none' }
