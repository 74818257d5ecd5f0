import { colours, type Choice, type Good } from '../good.ts'
import { decimalSpec, textSpec } from '../specs.ts'

type Drone = readonly [model: string, price: number, card: string | null, tags: string, story: string, choice?: Choice]

const drones: readonly Drone[] = [
  ['Mücke', 4999, null, 'beginner indoor', 'Bounces off the lamp and flies on.', colours('Coral', 'Mint')],
  ['Libelle S', 19900, 'microSD', 'camera', 'Folds to the size of a sandwich, films to the horizon.'],
  ['Libelle Pro', 89900, 'microSD', 'camera professional', 'Three axes, forty minutes, a return button that means it.'],
  ['Hornisse Racer', 34900, 'microSD', 'racing', 'Goggles on, hold on to something.'],
  ['Albatross', 129900, 'microSD', 'camera professional', 'For surveyors, farmers and the very patient.'],
]

const cars: readonly (readonly [name: string, price: number, pack: string, scale: string, tags: string, story: string, choice?: Choice])[] =
  [
    ['Dune Hopper RC buggy', 12999, '7.2 V', '1:10', 'off-road', 'Four driven wheels and no sense of fear.', colours('Tangerine', 'Sky')],
    ['Gravel King RC truck', 15999, '7.2 V', '1:10', 'off-road', 'Springs like a trampoline.'],
    ['Street Sprint RC car', 8999, '7.2 V', '1:16', 'on-road', 'Drifts round the kitchen island.', colours('Cherry', 'Black')],
    ['Rock Crawler RC', 17999, '7.4 V', '1:10', 'off-road', 'Slow, and cannot be stopped.'],
    ['Harbour tug RC boat', 9999, '7.4 V', '1:32', 'boat', 'Pushes ducks, politely.'],
    [
      'Mini racer RC',
      3999,
      '3.7 V',
      '1:28',
      'on-road beginner',
      'Two of them and a corridor: that is all it takes.',
      colours('Cherry', 'Sky', 'Gold'),
    ],
  ]

export const flyingAndDriving: readonly Good[] = [
  ...drones.flatMap(([model, price, card, tags, story, choice]): Good[] => [
    {
      title: `${model} drone`,
      type: 'Drone',
      vendor: 'Aufwind',
      price,
      story,
      tags: ['flight', ...tags.split(' ')],
      specs: [textSpec('model', model), ...(card ? [textSpec('card_format', card)] : [])],
      ...(choice && { choices: [choice] }),
    },
    {
      title: `Propellers for ${model}, set of 8`,
      type: 'Propellers',
      vendor: 'Aufwind',
      price: price > 50000 ? 2999 : 1299,
      story: 'Two full sets and the little spanner.',
      tags: ['flight', 'spare'],
      specs: [textSpec('fits_model', model)],
    },
    {
      title: `Flight battery for ${model}`,
      type: 'Drone battery',
      vendor: 'Aufwind',
      price: price > 50000 ? 12999 : price > 10000 ? 4999 : 1499,
      story: 'Doubles the afternoon.',
      tags: ['flight', 'spare'],
      specs: [textSpec('fits_model', model)],
    },
  ]),
  ...cars.map(([title, price, pack, scale, tags, story, choice]): Good => ({
    title,
    type: 'RC vehicle',
    vendor: 'Kurvenlage',
    price,
    story: `${story} Scale ${scale}.`,
    tags: ['remote-control', ...tags.split(' ')],
    specs: [textSpec('rc_pack', pack), textSpec('scale', scale)],
    ...(choice && { choices: [choice] }),
  })),
  ...['3.7 V', '7.2 V', '7.4 V'].flatMap((pack): Good[] => [
    {
      title: `RC quick charger ${pack}`,
      type: 'RC charger',
      vendor: 'Kurvenlage',
      price: 2499,
      story: 'Full in forty minutes instead of three hours.',
      tags: ['remote-control', 'charging'],
      specs: [textSpec('rc_pack', pack)],
    },
    {
      title: `RC battery pack ${pack}`,
      type: 'RC battery pack',
      vendor: 'Kurvenlage',
      price: pack === '3.7 V' ? 999 : 2999,
      story: 'One drives while the other charges.',
      tags: ['remote-control', 'spare'],
      specs: [textSpec('rc_pack', pack)],
    },
  ]),
  ...[1.9, 2.2].map((inches): Good => ({
    title: `RC off-road tyres ${String(inches)}″, set of 4`,
    type: 'RC tyres',
    vendor: 'Kurvenlage',
    price: 1999,
    story: 'Deep lugs for mud, gravel and flower beds.',
    tags: ['remote-control', 'spare'],
    specs: [decimalSpec('wheel_inches', inches)],
  })),
]
