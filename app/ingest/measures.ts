/** What one of a unit is in its type's first unit, in which all of that type are compared. */
type Units = Readonly<Record<string, number>>

const LENGTH: Units = {
  ...{ millimeters: 1, centimeters: 10, meters: 1000, kilometers: 1_000_000 },
  ...{ inches: 25.4, feet: 304.8, yards: 914.4, miles: 1_609_344 },
  ...{ mm: 1, cm: 10, m: 1000, km: 1_000_000, in: 25.4, ft: 304.8, yd: 914.4, mi: 1_609_344 },
}
const VOLUME: Units = {
  ...{ milliliters: 1, centiliters: 10, liters: 1000, cubic_centimeters: 1, cubic_meters: 1_000_000 },
  ...{ ml: 1, cl: 10, l: 1000, m3: 1_000_000 },
  ...{ fluid_ounces: 29.5735295625, pints: 473.176473, quarts: 946.352946, gallons: 3785.411784 },
  ...{ us_fluid_ounces: 29.5735295625, us_pints: 473.176473, us_quarts: 946.352946, us_gallons: 3785.411784 },
  ...{ us_fl_oz: 29.5735295625, us_pt: 473.176473, us_qt: 946.352946, us_gal: 3785.411784 },
  ...{ imperial_fluid_ounces: 28.4130625, imperial_pints: 568.26125, imperial_quarts: 1136.5225, imperial_gallons: 4546.09 },
  ...{ imp_fl_oz: 28.4130625, imp_pt: 568.26125, imp_qt: 1136.5225, imp_gal: 4546.09 },
}
const WEIGHT: Units = {
  ...{ grams: 1, kilograms: 1000, ounces: 28.349523125, pounds: 453.59237 },
  ...{ g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 },
}

/** Shopify's measurement types, by the names that its API gives their units. */
const TYPES: Readonly<Record<string, Units>> = {
  antenna_gain: { decibels_isotropic: 1 },
  area: { square_centimeters: 1, square_millimeters: 0.01, square_meters: 10_000, square_inches: 6.4516, square_feet: 929.0304 },
  battery_charge_capacity: { milliamp_hours: 1, amp_hours: 1000 },
  battery_energy_capacity: { watt_hours: 1, kilowatt_hours: 1000 },
  capacitance: { microfarads: 1, farads: 1_000_000, nanofarads: 0.001, picofarads: 0.000001 },
  concentration: { milligrams_per_milliliter: 1 },
  data_storage_capacity: { megabytes: 1, bytes: 1e-6, kilobytes: 0.001, gigabytes: 1000, terabytes: 1_000_000 },
  data_transfer_rate: { megabits_per_second: 1, bits_per_second: 1e-6, kilobits_per_second: 0.001, gigabits_per_second: 1000 },
  dimension: LENGTH,
  display_density: { pixels_per_inch: 1 },
  distance: LENGTH,
  duration: { seconds: 1, milliseconds: 0.001, minutes: 60, hours: 3600, days: 86_400 },
  electric_current: { milliamperes: 1, amperes: 1000 },
  electrical_resistance: { ohms: 1, kilohms: 1000, megohms: 1_000_000 },
  energy: { joules: 1, kilojoules: 1000, calories: 4.184, kilocalories: 4184 },
  frequency: { hertz: 1, kilohertz: 1000, megahertz: 1_000_000, gigahertz: 1_000_000_000 },
  illuminance: { lux: 1 },
  inductance: { millihenries: 1, henries: 1000 },
  luminous_flux: { lumens: 1 },
  mass_flow_rate: { kilograms_per_hour: 1 },
  power: { watts: 1, kilowatts: 1000 },
  pressure: { pascals: 1, kilopascals: 1000, bar: 100_000, pounds_per_square_inch: 6894.757293168 },
  resolution: { megapixels: 1 },
  rotational_speed: { revolutions_per_minute: 1 },
  sound_level: { decibels: 1 },
  speed: { kilometers_per_hour: 1, meters_per_second: 3.6, miles_per_hour: 1.609344 },
  temperature: { celsius: 1, fahrenheit: 5 / 9, kelvin: 1 },
  thermal_power: { british_thermal_units_per_hour: 1 },
  voltage: { volts: 1, millivolts: 0.001, kilovolts: 1000 },
  volume: VOLUME,
  volumetric_flow_rate: { liters_per_minute: 1 },
  weight: WEIGHT,
}

/** Where a scale has its zero, in its own unit. */
const ZEROS: Units = { fahrenheit: 32, kelvin: 273.15 }

export function isMeasure(type: string): boolean {
  return Object.hasOwn(TYPES, type)
}

/** The measure in the one unit in which all of its type are compared; undefined where its type has no such unit. */
export function inOneUnit(type: string, value: number, unit: string): number | undefined {
  const units = isMeasure(type) ? TYPES[type]! : {}
  const name = unit.toLowerCase()
  if (!Object.hasOwn(units, name)) return undefined
  // Twelve digits: two ways of writing the same measure do not differ by the rest.
  return Number(((value - (ZEROS[name] ?? 0)) * units[name]!).toPrecision(12))
}
