import { colours, type Choice, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

type Machine = readonly [title: string, vendor: string, price: number, filter: string | null, tags: string, story: string, choice?: Choice]

/** `filter` is the paper the machine takes; espresso machines take none. */
const machines: readonly Machine[] = [
  [
    'Filter coffee machine “Morgen”',
    'Röstwerk',
    8999,
    '1x4',
    'filter',
    'Six cups, a thermos jug, and no lights that blink.',
    colours('Cream', 'Slate'),
  ],
  [
    'Filter coffee machine “Morgen Mini”',
    'Röstwerk',
    5999,
    '1x2',
    'filter small',
    'Two cups and gone behind the bread bin.',
    colours('Cream', 'Mint'),
  ],
  ['Pour-over set with kettle', 'Röstwerk', 6999, '1x2', 'filter by-hand', 'For people who like the waiting.'],
  ['Glass brewer, eight cups', 'Röstwerk', 4999, 'Round 8', 'filter by-hand', 'An hourglass with a wooden collar.'],
  ['Office coffee machine', 'Halden', 14999, '1x10', 'filter work', 'Fourteen cups before the first meeting.'],
  ['Espresso machine “Piccola”', 'Bellavita', 29900, null, 'espresso', 'One group, one lever, forty seconds.', colours('Cherry', 'Black')],
  ['Espresso machine “Grande”', 'Bellavita', 69900, null, 'espresso', 'Two circuits, and milk like velvet.'],
  ['Bean-to-cup machine', 'Bellavita', 54900, null, 'espresso automatic', 'Grinds, brews and cleans up after itself.'],
]

const filters: readonly (readonly [size: string, sheets: number, price: number])[] = [
  ['1x2', 100, 299],
  ['1x4', 100, 349],
  ['1x4', 200, 599],
  ['1x10', 100, 499],
  ['Round 8', 100, 899],
]

const beans: readonly (readonly [name: string, roast: string, story: string])[] = [
  ['Hausmischung', 'medium', 'Hazelnut, cocoa and no surprises before nine.'],
  ['Yirgacheffe', 'light', 'Jasmine and apricot, best by hand.'],
  ['Schwarzwald espresso', 'dark', 'Dark cherries, thick crema.'],
  ['Entkoffeiniert', 'medium', 'All of the evening, none of the night.'],
]

const weight: Choice = { name: 'Weight', values: ['250 g', '500 g', '1 kg'], surcharges: [0, 650, 1800] }

const care: readonly Good[] = [
  { title: 'Descaler, liquid, 3 rounds', price: 999, story: 'Citric acid and patience. Fits every machine.', fits: 'any' },
  { title: 'Descaling tablets, 10 rounds', price: 1499, story: 'One tablet a month and the machine says thank you.', fits: 'any' },
  { title: 'Cleaning tablets for espresso machines', price: 1299, story: 'Takes the old oil out of the brewing group.', fits: 'espresso' },
].map(({ title, price, story, fits }) => ({
  title,
  type: 'Descaler',
  vendor: 'Klarwasser',
  price,
  story,
  tags: ['care', 'consumable'],
  specs: [textSpec('cleans', fits)],
}))

export const coffee: readonly Good[] = [
  ...machines.map(([title, vendor, price, filter, tags, story, choice]): Good => ({
    title,
    type: 'Coffee machine',
    vendor,
    price,
    story,
    tags: tags.split(' '),
    ...(filter && { specs: [textSpec('filter_size', filter)] }),
    ...(choice && { choices: [choice] }),
  })),
  ...filters.map(([size, sheets, price]): Good => ({
    title: `Coffee filters ${size}, ${String(sheets)} sheets`,
    type: 'Coffee filters',
    vendor: 'Röstwerk',
    price,
    story: 'Unbleached paper with a double seam that holds.',
    tags: ['consumable', 'filter'],
    specs: [textSpec('filter_size', size), countSpec('sheets', sheets)],
  })),
  ...beans.map(([name, roast, story]): Good => ({
    title: `${name}, whole beans`,
    type: 'Coffee beans',
    vendor: 'Röstwerk',
    price: 750,
    story,
    tags: ['consumable', roast],
    specs: [textSpec('roast', roast)],
    choices: [weight],
  })),
  ...care,
]
