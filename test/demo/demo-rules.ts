const tagged = (...names: string[]) => ({ kind: 'tag', names })
const all = (...of: unknown[]) => ({ kind: 'all', of })
const ofType = (...names: string[]) => ({ kind: 'type', names })

interface Offer {
  readonly where: unknown
  readonly joins?: readonly unknown[]
  readonly need?: unknown
}

const active = (id: string, name: string, when: unknown, { where, joins = [], need = null }: Offer, priority: number) => ({
  id,
  name,
  state: 'active',
  priority,
  when,
  offer: { where, joins, except: null, sort: 'best-selling', most: 4, need },
  stop: false,
  fallback: false,
})

/** Rules that the demo's merchant has made already: batteries for whatever needs them, cards for cameras. */
export const DEMO_RULES = [
  active(
    'demo-batteries',
    'Batteries for toys that need them',
    all({ kind: 'metafield-set', name: 'specs.battery_count' }),
    {
      where: all(ofType('Batteries')),
      joins: [{ kind: 'metafield', offered: 'specs.battery_size', trigger: 'specs.battery_size' }],
      need: { takes: 'specs.battery_count', holds: 'specs.pack_size' },
    },
    10,
  ),
  active(
    'demo-sd-cards',
    'SD cards for cameras that take them',
    all(tagged('takes-sd')),
    { where: all(ofType('Memory card'), tagged('sd')) },
    20,
  ),
  active(
    'demo-microsd-cards',
    'microSD cards for what takes them',
    all(tagged('takes-microsd')),
    { where: all(ofType('Memory card'), tagged('microsd')) },
    21,
  ),
]
