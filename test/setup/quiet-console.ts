import { afterEach, beforeEach, vi } from 'vitest'

const noise = ['error', 'warn'] as const

/** A test that makes the console complain has failed. One that expects it spies on the console itself. */
beforeEach(() => {
  for (const kind of noise)
    vi.spyOn(console, kind).mockImplementation((...said: unknown[]) => {
      throw new Error(`Unexpected console.${kind}: ${said.map(String).join(' ')}`)
    })
})

afterEach(() => {
  vi.restoreAllMocks()
})
