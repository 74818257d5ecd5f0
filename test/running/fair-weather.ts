import { afterEach } from 'vitest'
import type { Weather } from '../simulator/weather/weather.ts'

const weathers: Weather[] = []

// Registered while the file is collected: a hook that is registered inside another one is never run.
afterEach(() => {
  for (const weather of weathers) weather.clear()
})

/** Has the weather be fair again after each test of the file, wherever this is called. */
export function fairAfterEach(weather: Weather): Weather {
  weathers.push(weather)
  return weather
}
