const tagged = (...names: string[]) => ({ kind: 'tag', names })
const all = (...of: unknown[]) => ({ kind: 'all', of })
const ofType = (...names: string[]) => ({ kind: 'type', names })

interface Offer {
  readonly where: unknown
  readonly joins?: readonly unknown[]
  readonly need?: unknown
  readonly nest?: true
  readonly instead?: 'subscription'
  /** Where the rule speaks, where that is not everywhere. */
  readonly at?: readonly string[]
}

const active = (
  id: string,
  name: string,
  when: unknown,
  { where, joins = [], need = null, nest, instead, at }: Offer,
  priority: number,
) => ({
  id,
  name,
  state: 'active',
  priority,
  when,
  ...(at && { at }),
  offer: { where, joins, except: null, sort: 'best-selling', most: 4, need, ...(nest && { nest }), ...(instead && { instead }) },
  stop: false,
  fallback: false,
})

/** Rules that the demo's merchant has made already: batteries for whatever needs them, cards for cameras, sleeves, ink once a printer is bought, and by subscription in a cart. */
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
  active(
    'demo-sleeves',
    'Sleeves that fit the laptop',
    all(ofType('Laptop')),
    {
      where: all(ofType('Sleeve')),
      joins: [{ kind: 'metafield', offered: 'specs.fits_inches', trigger: 'specs.screen_inches' }],
      nest: true,
    },
    30,
  ),
  active(
    'demo-ink',
    'Ink for the printer that was bought',
    all(ofType('Printer')),
    {
      where: all(ofType('Ink cartridge')),
      joins: [{ kind: 'metafield', offered: 'specs.ink_series', trigger: 'specs.ink_series' }],
      at: ['thank-you', 'order-status', 'account'],
    },
    40,
  ),
  active('demo-ink-plans', 'Ink by subscription', all(ofType('Ink cartridge')), { where: all(), instead: 'subscription' }, 50),
]
