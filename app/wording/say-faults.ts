import type { Say } from '#app/rules/conditions/say.ts'
import type { Fault } from '#app/rules/read-rule.ts'

/** The same faults, each in the merchant's words. What a form cannot produce keeps the words that it came with. */
export function sayFaults(faults: readonly Fault[], say: Say): Fault[] {
  return faults.map(({ path, message }) => ({
    path,
    message: message.startsWith('fault.') ? say(message) : say('fault.other', { path, message }),
  }))
}
