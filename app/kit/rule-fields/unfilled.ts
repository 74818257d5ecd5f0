import type { Fault } from '#app/rules/read-rule.ts'

const UNFILLED = new Set(['fault.choose-one', 'fault.name', 'fault.range-missing', 'fault.dates-missing'])

/** Whether a fault says no more than that something is still to be filled in: nobody is told so before they want to save. */
export const isUnfilled = ({ message }: Fault): boolean => UNFILLED.has(message)
