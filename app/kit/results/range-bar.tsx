import { placeOn, type Scale } from './scale-of.ts'

const [WIDTH, HEIGHT] = [140, 20]
/** Pixels that even the narrowest range has. */
const THINNEST = 2

interface RangeBarProps {
  readonly scale: Scale
  readonly range: { readonly low: number; readonly value: number; readonly high: number }
}

/** A range as a bar on a scale that several share, with what is likeliest in it, and a line where nothing is gained or lost. The words beside it say the same. */
export function RangeBar({ scale, range: { low, value, high } }: RangeBarProps) {
  const at = (one: number) => placeOn(scale, one) * WIDTH
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`-1 0 ${WIDTH + 2} ${HEIGHT}`} aria-hidden>
      <line x1={at(0)} x2={at(0)} y1={0} y2={HEIGHT} stroke="#616161" />
      <rect x={at(low)} y={6} width={Math.max(THINNEST, at(high) - at(low))} height={8} rx={2} fill="#2c6ecb" fillOpacity={0.35} />
      <line x1={at(value)} x2={at(value)} y1={4} y2={16} stroke="#2c6ecb" strokeWidth={2} />
    </svg>
  )
}
