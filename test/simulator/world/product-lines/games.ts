import { colours, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

const boardGames: readonly (readonly [name: string, price: number, cards: string | null, players: number, tags: string, story: string])[] =
  [
    ['Saltmarsh', 4499, '63 × 88 mm', 4, 'strategy', 'Drain the marsh, keep the birds, and be richer than your brother.'],
    ['Lighthouse Keepers', 3999, '63 × 88 mm', 5, 'co-operative', 'Keep one light burning through five nights, together.'],
    ['The Clockmaker’s Heirs', 5499, '44 × 67 mm', 4, 'strategy', 'Wheels within wheels, and a will that changes every round.'],
    ['Pfefferkorn', 2499, '57 × 87 mm', 6, 'family', 'Ships, spices and quick hands.'],
    ['Nine Lives', 1999, '63 × 88 mm', 8, 'party', 'You are a cat. So is everybody. There is one sofa.'],
    [
      'Under the Glacier',
      6999,
      '63 × 88 mm',
      4,
      'co-operative expert',
      'Thirty chapters; what you find in one is still there in the next.',
    ],
    ['Zwergenhandel', 2999, '44 × 67 mm', 5, 'family', 'Dwarves who trade what they cannot see.'],
    ['Orbit & Ashes', 7999, '63 × 88 mm', 5, 'strategy expert', 'Six factions, one dying star, four hours.'],
    ['Tiny Tailors', 2299, null, 4, 'children', 'Dress the mice before the cuckoo calls.'],
    ['Memory of the Forest', 1799, null, 6, 'children', 'Thirty-two pairs, painted in water-colour.'],
    ['Ludo, travel tin', 1299, null, 4, 'children travel', 'Magnetic pieces, so the train may brake.'],
    ['Backgammon, walnut', 8999, null, 2, 'classic', 'A board that is handed down.'],
    ['Chess set, tournament', 5999, null, 2, 'classic', 'Weighted pieces on a rolled board.'],
  ]

const expansions: readonly (readonly [base: string, name: string, price: number])[] = [
  ['Saltmarsh', 'High Tide', 2499],
  ['Saltmarsh', 'The Sixth Village', 1999],
  ['Lighthouse Keepers', 'Winter Storms', 2299],
  ['The Clockmaker’s Heirs', 'A Late Claim', 2499],
  ['Under the Glacier', 'The Second Valley', 3499],
  ['Orbit & Ashes', 'Comet Tail', 2999],
  ['Nine Lives', 'Dogs!', 1299],
  ['Pfefferkorn', 'Saffron', 1499],
]

const cardSleeves = ['63 × 88 mm', '44 × 67 mm', '57 × 87 mm'].flatMap((size) =>
  [50, 100].map((count): Good => ({
    title: `Card sleeves ${size}, ${String(count)} pieces`,
    type: 'Card sleeves',
    vendor: 'Klarsicht',
    price: count === 50 ? 299 : 499,
    story: 'Matt, so that the lamp stays out of the game.',
    tags: ['games', 'protect'],
    specs: [textSpec('card_size', size), countSpec('pieces', count)],
  })),
)

const consoles: readonly (readonly [platform: string, price: number, controller: number, story: string])[] = [
  ['Arcus', 44900, 6499, 'The big one, under the television.'],
  ['Arcus Go', 29900, 4999, 'On the sofa, on the train, on two screens at once.'],
  ['Wildkatz Cube', 54900, 6999, 'Opens without a screwdriver; made for people who do.'],
]

const videoGames: readonly (readonly [name: string, platform: string, price: number, story: string])[] = [
  ['Moorland Racers', 'Arcus', 4999, 'Sheep have right of way.'],
  ['The Last Ferry', 'Arcus', 5999, 'A story in one night, on one river.'],
  ['Brickfall Party', 'Arcus', 3999, 'Four players, one tower, no friends.'],
  ['Deep Field', 'Arcus', 6999, 'Nine hundred planets and a leaking boiler.'],
  ['Pocket Garden', 'Arcus Go', 2999, 'Grows while you are not looking.'],
  ['Kite School', 'Arcus Go', 3999, 'Wind, string and a rival with better hair.'],
  ['Noodle Stand Story', 'Arcus Go', 3499, 'One wok, eleven regulars.'],
  ['Iron Meadow', 'Wildkatz Cube', 5999, 'Tractors. With armour.'],
  ['Signal Lost', 'Wildkatz Cube', 6999, 'Alone on a very large ship.'],
]

const puzzles: readonly (readonly [title: string, price: number, story: string])[] = [
  ['Puzzle “Alpine meadow”, 1,000 pieces', 1699, 'More green than you would think possible.'],
  ['Puzzle “Harbour at six”, 1,500 pieces', 1999, 'Eleven boats, one cat.'],
  ['Puzzle “Night sky”, 2,000 pieces', 2499, 'Almost entirely blue. You were warned.'],
  ['Puzzle “Farmyard”, 48 pieces', 1199, 'Big pieces for small hands.'],
  ['Puzzle “Map of Europe”, 500 pieces', 1499, 'Every country is at least one piece. Nearly.'],
]

export const games: readonly Good[] = [
  ...boardGames.map(([name, price, cards, players, tags, story]): Good => ({
    title: name,
    type: 'Board game',
    vendor: 'Spieltrieb',
    price,
    story,
    tags: [...tags.split(' '), `up-to-${String(players)}-players`],
    specs: [textSpec('game', name), countSpec('players', players), ...(cards ? [textSpec('card_size', cards)] : [])],
  })),
  ...expansions.map(([base, name, price]): Good => ({
    title: `${base}: ${name}`,
    type: 'Expansion',
    vendor: 'Spieltrieb',
    price,
    story: `More of ${base}. You need the base game to play.`,
    tags: ['expansion'],
    specs: [textSpec('expands_game', base)],
  })),
  ...cardSleeves,
  ...consoles.flatMap(([platform, price, controller, story]): Good[] => [
    {
      title: `${platform} console`,
      type: 'Console',
      vendor: platform.startsWith('Wildkatz') ? 'Wildkatz' : 'Arcus',
      price,
      story,
      tags: ['gaming'],
      specs: [textSpec('platform', platform)],
      choices: [{ name: 'Storage', values: ['512 GB', '1 TB'], surcharges: [0, 10000] }],
    },
    {
      title: `${platform} controller`,
      type: 'Controller',
      vendor: platform.startsWith('Wildkatz') ? 'Wildkatz' : 'Arcus',
      price: controller,
      story: 'A second one, so that nobody has to wait.',
      tags: ['gaming', 'wireless'],
      specs: [textSpec('platform', platform)],
      choices: [colours('Slate', 'Coral', 'Sky')],
    },
    {
      title: `Charging stand for ${platform} controllers`,
      type: 'Controller',
      vendor: 'Voltkin',
      price: 2999,
      story: 'Two at a time, full before breakfast.',
      tags: ['gaming', 'charging-stand'],
      specs: [textSpec('platform', platform)],
    },
  ]),
  ...videoGames.map(([name, platform, price, story]): Good => ({
    title: `${name} (${platform})`,
    type: 'Video game',
    vendor: 'Arcus',
    price,
    story,
    tags: ['gaming', 'disc'],
    specs: [textSpec('platform', platform)],
  })),
  ...puzzles.map(([title, price, story]): Good => ({
    title,
    type: 'Puzzle',
    vendor: 'Spieltrieb',
    price,
    story,
    tags: ['puzzle', 'quiet-evening'],
  })),
  {
    title: 'Puzzle mat, roll-up',
    type: 'Puzzle mat',
    vendor: 'Filzerei',
    price: 2499,
    story: 'When supper is ready and the sky is not.',
    tags: ['puzzle', 'felt'],
  },
  {
    title: 'Puzzle sorting trays, set of 6',
    type: 'Puzzle mat',
    vendor: 'Spieltrieb',
    price: 1999,
    story: 'Edges here, sky there, cat in the middle.',
    tags: ['puzzle'],
  },
]
