import { colours, type Choice, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

const weight: Choice = { name: 'Weight', values: ['2 oz', '4 oz', '8 oz'], surcharges: [0, 700, 1900] }

const teas: readonly (readonly [name: string, leaf: string, price: number, story: string])[] = [
  ['Morning Assam', 'Black', 1200, 'Malt and orange peel, strong enough for milk.'],
  ['Smoke on the Ridge', 'Black', 1400, 'Dried over pine; a campfire with manners.'],
  ['First Flush Darjeeling', 'Black', 1900, 'Picked in March, gone by August.'],
  ['Cloud Garden Sencha', 'Green', 1500, 'Cut grass, sea air, a long sweet end.'],
  ['Roasted Hojicha', 'Green', 1300, 'Toasted and gentle, for after dinner.'],
  ['Ceremonial Matcha', 'Matcha', 3400, 'Stone-milled this month; whisk, do not steep.'],
  ['Everyday Matcha', 'Matcha', 2200, 'For lattes and for practice.'],
  ['Jade Oolong', 'Oolong', 1800, 'Lilac in the first cup, butter in the third.'],
  ['Iron Goddess', 'Oolong', 2100, 'Seven infusions, each one different.'],
  ['Silver Needle', 'White', 2600, 'Only buds, only two days a year.'],
  ['Chamomile & Honeybush', 'Herbal', 1100, 'Sleep, in a paper bag.'],
  ['Mint from the Yard', 'Herbal', 900, 'Three mints, dried in the attic.'],
]

type Ware = readonly [title: string, type: string, price: number, tags: string, story: string, specs: string, choice?: Choice]

/** `specs` are `key=value` pairs separated by semicolons. */
const wares: readonly Ware[] = [
  [
    'Round-belly teapot',
    'Teapot',
    6800,
    'stoneware handmade',
    'Pours without a drip; we checked every one.',
    'brews=Black;ounces=28',
    colours('Celadon', 'Rust', 'Ink'),
  ],
  [
    'Side-handle kyusu',
    'Teapot',
    7400,
    'stoneware handmade',
    'A quick wrist and a built-in filter, for green leaves.',
    'brews=Green;ounces=10',
    colours('Clay', 'Ink'),
  ],
  ['Little gaiwan', 'Teapot', 3600, 'porcelain', 'A lid, a bowl, a saucer, and warm fingertips.', 'brews=Oolong;ounces=5'],
  ['Glass pot for blooming leaves', 'Teapot', 4200, 'glass', 'Watch it happen.', 'brews=White;ounces=20'],
  ['Cast-iron warmer pot', 'Teapot', 8900, 'cast-iron', 'Keeps the second cup as hot as the first.', 'brews=Black;ounces=32'],
  [
    'Thumbprint cup',
    'Tea cup',
    2400,
    'stoneware handmade',
    'A dent where your thumb already is.',
    'ounces=8',
    colours('Celadon', 'Rust', 'Ink', 'Oat'),
  ],
  ['Tall mug', 'Tea cup', 2800, 'stoneware', 'For milk tea and cold mornings.', 'ounces=12', colours('Oat', 'Moss')],
  ['Tasting cups, set of 4', 'Tea cup', 4400, 'porcelain', 'Thin as an eggshell, tougher than they look.', 'ounces=2'],
  ['Moon cup', 'Tea cup', 3200, 'handmade limited', 'Glazed in one dip; every moon is another.', 'ounces=7'],
  ['Matcha bowl', 'Matcha bowl', 5600, 'stoneware handmade', 'Wide enough for the whisk to fly.', 'brews=Matcha', colours('Ink', 'Oat')],
  ['Bamboo whisk', 'Matcha whisk', 2200, 'bamboo', 'A hundred tines out of one stem.', 'brews=Matcha'],
  ['Whisk stand', 'Matcha whisk', 1400, 'porcelain', 'Keeps the tines in shape.', 'brews=Matcha'],
  ['Basket strainer', 'Strainer', 1200, 'steel', 'Fine enough for rooibos.', 'fits=cup'],
  ['Bamboo strainer', 'Strainer', 900, 'bamboo', 'Light, quick, and it never gets hot.', 'fits=pot'],
  ['Linen tea filters, 60', 'Strainer', 700, 'paper consumable', 'Fold, steep, compost.', 'fits=cup'],
  ['Tea tin, 4 oz', 'Tea tin', 1600, 'tin', 'Two lids: one for the air, one for looks.', 'ounces=4', colours('Moss', 'Rust', 'Ink')],
  ['Wildflower honey', 'Honey', 1300, 'pantry consumable', 'From the hives behind the kiln.', 'ounces=12'],
  ['Buckwheat honey', 'Honey', 1400, 'pantry consumable', 'Dark as molasses; made for Assam.', 'ounces=12'],
  ['Gooseneck kettle', 'Kettle', 9800, 'steel', 'Holds 175 °F to the degree.', 'ounces=30', colours('Ink', 'Oat')],
  ['Bud vase', 'Vase', 3400, 'stoneware handmade', 'One stem is enough.', 'inches=6', colours('Celadon', 'Clay')],
  ['Shoulder vase', 'Vase', 7800, 'stoneware handmade', 'For branches.', 'inches=12', colours('Rust', 'Ink')],
  ['Breakfast bowl', 'Bowl', 3000, 'stoneware', 'Porridge, soup, keys.', 'inches=6', colours('Oat', 'Celadon', 'Moss')],
  ['Serving bowl', 'Bowl', 6400, 'stoneware handmade', 'Feeds eight or holds one very large salad.', 'inches=11'],
]

export const teaAndClay: readonly Good[] = [
  ...teas.map(([title, leaf, price, story]): Good => ({
    title,
    type: 'Tea',
    vendor: 'Kiln & Leaf',
    price,
    story,
    tags: ['tea', leaf.toLowerCase(), 'consumable'],
    specs: [textSpec('leaf', leaf)],
    choices: [weight],
  })),
  ...wares.map(([title, type, price, tags, story, specs, choice]): Good => ({
    title,
    type,
    vendor: type === 'Honey' ? 'Back Lot Apiary' : 'Kiln & Leaf',
    price,
    story,
    tags: tags.split(' '),
    specs: specs.split(';').map((pair) => {
      const [key = '', value = ''] = pair.split('=')
      return /^\d+$/.test(value) ? countSpec(key, Number(value)) : textSpec(key, value)
    }),
    ...(choice && { choices: [choice] }),
  })),
  {
    title: 'Kiln & Leaf gift card',
    type: 'Gift card',
    vendor: 'Kiln & Leaf',
    price: 2500,
    story: 'Fits every cupboard.',
    tags: ['gift'],
    shelf: { isGiftCard: true, stock: null },
  },
  {
    title: 'Potter’s seconds, one cup',
    type: 'Tea cup',
    vendor: 'Kiln & Leaf',
    price: 1200,
    story: 'A wobble, a drip, half the price. Gone by noon.',
    tags: ['seconds'],
    shelf: { compareAtPrice: 2400, stock: 0 },
  },
  {
    title: 'Tea of the month',
    type: 'Tea',
    vendor: 'Kiln & Leaf',
    price: 1800,
    story: 'A letter and a leaf, every month.',
    tags: ['tea', 'subscription'],
    shelf: { requiresSellingPlan: true, stock: null },
  },
  {
    title: 'Raku teapot, first firing',
    type: 'Teapot',
    vendor: 'Kiln & Leaf',
    price: 14800,
    story: 'Still in the ashes.',
    tags: ['handmade', 'limited'],
    shelf: { status: 'DRAFT', age: 5 },
  },
]
