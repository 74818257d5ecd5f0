import { afterAll } from 'vitest'

const endings: (() => unknown)[] = []

// Registered while the file is collected: a hook that is registered inside another one is never run.
afterAll(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
})

/** Has something done after the test file's last test, wherever this is called; what was begun last ends first. */
export function atEnd(end: () => unknown): void {
  endings.push(end)
}
