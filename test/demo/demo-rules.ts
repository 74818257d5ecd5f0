const active = (id: string, name: string, when: unknown, where: unknown, priority: number) => ({
  id,
  name,
  state: 'active',
  priority,
  when,
  offer: { where, joins: [], except: null, sort: 'best-selling', most: 4 },
})
const tagged = (...names: string[]) => ({ kind: 'tag', names })
const all = (...of: unknown[]) => ({ kind: 'all', of })
const batteries = (size: string) => all({ kind: 'type', names: ['Batteries'] }, tagged(size))

/** Rules that the demo's merchant has made already: batteries for what needs them, cards for cameras. */
export const DEMO_RULES = [
  ...['aa', 'aaa', 'c', '9v'].map((size, at) =>
    active(
      `demo-batteries-${size}`,
      `${size.toUpperCase()} batteries for toys that need them`,
      all(tagged(`needs-${size}`)),
      batteries(size),
      10 + at,
    ),
  ),
  active(
    'demo-sd-cards',
    'SD cards for cameras that take them',
    all(tagged('takes-sd')),
    all({ kind: 'type', names: ['Memory card'] }, tagged('sd')),
    20,
  ),
  active(
    'demo-microsd-cards',
    'microSD cards for what takes them',
    all(tagged('takes-microsd')),
    all({ kind: 'type', names: ['Memory card'] }, tagged('microsd')),
    21,
  ),
]
