import { expect, it } from 'vitest'
import { inOneUnit, isMeasure } from './measures.ts'

/** The measurement types that Shopify's Liquid names. */
const TYPES = `antenna_gain area battery_charge_capacity battery_energy_capacity capacitance concentration data_storage_capacity
  data_transfer_rate dimension distance display_density duration electric_current electrical_resistance energy frequency illuminance
  inductance luminous_flux mass_flow_rate power pressure resolution rotational_speed sound_level speed temperature thermal_power voltage
  volume volumetric_flow_rate weight`.split(/\s+/)

it('knows all of Shopify’s measurement types, and no other', () => {
  expect(TYPES).toHaveLength(32)
  expect(TYPES.filter((type) => !isMeasure(type))).toEqual([])
  for (const type of ['json', 'money', 'rating', 'constructor', '__proto__', '']) expect(isMeasure(type)).toBe(false)
})

type Measure = readonly [value: number, unit: string]
const SAME: readonly (readonly [type: string, first: Measure, ...others: Measure[]])[] = [
  ['voltage', [12, 'VOLTS'], [12_000, 'MILLIVOLTS'], [0.012, 'KILOVOLTS']],
  ['electric_current', [2, 'AMPERES'], [2000, 'MILLIAMPERES']],
  ['duration', [1, 'DAYS'], [24, 'HOURS'], [1440, 'MINUTES'], [86_400, 'SECONDS'], [86_400_000, 'MILLISECONDS']],
  ['temperature', [100, 'CELSIUS'], [212, 'FAHRENHEIT'], [373.15, 'KELVIN']],
  ['temperature', [-40, 'CELSIUS'], [-40, 'FAHRENHEIT'], [233.15, 'KELVIN']],
  ['area', [1, 'SQUARE_METERS'], [10_000, 'SQUARE_CENTIMETERS']],
  ['area', [1, 'SQUARE_FEET'], [144, 'SQUARE_INCHES'], [929.0304, 'SQUARE_CENTIMETERS']],
  ['data_storage_capacity', [1, 'TERABYTES'], [1000, 'GIGABYTES'], [1e6, 'MEGABYTES'], [1e9, 'KILOBYTES'], [1e12, 'BYTES']],
  ['data_transfer_rate', [1, 'GIGABITS_PER_SECOND'], [1000, 'MEGABITS_PER_SECOND']],
  ['capacitance', [1, 'MICROFARADS'], [1000, 'NANOFARADS'], [1e6, 'PICOFARADS'], [1e-6, 'FARADS']],
  ['electrical_resistance', [1, 'MEGOHMS'], [1000, 'KILOHMS'], [1e6, 'OHMS']],
  ['energy', [1, 'KILOCALORIES'], [1000, 'CALORIES'], [4.184, 'KILOJOULES'], [4184, 'JOULES']],
  ['frequency', [1, 'GIGAHERTZ'], [1000, 'MEGAHERTZ'], [1e9, 'HERTZ']],
  ['pressure', [1, 'BAR'], [100, 'KILOPASCALS'], [100_000, 'PASCALS']],
  ['speed', [36, 'KILOMETERS_PER_HOUR'], [10, 'METERS_PER_SECOND']],
  ['distance', [1, 'MILES'], [1.609344, 'km'], [1760, 'YARDS']],
  ['volume', [1, 'us_gal'], [4, 'us_qt'], [128, 'US_FLUID_OUNCES'], [3.785411784, 'LITERS']],
]

it.each(SAME.map(([type, ...same]) => ({ type, same })))('compares a $type in one unit', ({ type, same }) => {
  const compared = same.map((measure) => inOneUnit(type, ...(measure as Measure)))
  expect(new Set(compared).size).toBe(1)
  expect(compared[0]).toBeTypeOf('number')
})

it('compares no measure with one of another type', () => {
  for (const [type, unit] of [
    ['voltage', 'AMPERES'],
    ['weight', 'METERS'],
    ['voltage', 'constructor'],
    ['parsecs', 'VOLTS'],
    ['voltage', ''],
  ] as const)
    expect(inOneUnit(type, 1, unit)).toBeUndefined()
})
