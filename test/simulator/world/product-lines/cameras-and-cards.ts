import { colours, type Choice, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

type Camera = readonly [
  title: string,
  vendor: string,
  price: number,
  card: string,
  battery: string,
  tags: string,
  story: string,
  choice?: Choice,
]

const cameras: readonly Camera[] = [
  [
    'Okular M1 mirrorless camera',
    'Okular',
    89900,
    'SD',
    'OK-12',
    'mirrorless',
    'The camera to begin with and to keep.',
    colours('Black', 'Silver'),
  ],
  ['Okular M2 mirrorless camera', 'Okular', 139900, 'SD', 'OK-12', 'mirrorless', 'Steadies the hand, finds the eye, sees in the dark.'],
  ['Okular M2 with 24–70 mm lens', 'Okular', 199900, 'SD', 'OK-12', 'mirrorless kit', 'Body and the one lens that does most things.'],
  ['Okular Compact C5', 'Okular', 49900, 'SD', 'OK-7', 'compact travel', 'In the coat pocket all year.', colours('Rust', 'Slate')],
  [
    'Prisma R full-frame camera',
    'Prisma Optik',
    249900,
    'CFexpress',
    'PR-40',
    'mirrorless professional',
    'Weddings, rain, ten thousand frames a month.',
  ],
  ['Prisma R Cine', 'Prisma Optik', 319900, 'CFexpress', 'PR-40', 'video professional', 'Open-gate film, a fan and a proper audio input.'],
  [
    'Splash action camera',
    'Funke',
    24900,
    'microSD',
    'FU-3',
    'action outdoor',
    'Ten metres under water, four hours on the helmet.',
    colours('Tangerine', 'Black'),
  ],
  ['Splash Mini action camera', 'Funke', 17900, 'microSD', 'FU-3', 'action outdoor', 'A thumb of a camera.'],
  ['Trail camera for the garden', 'Funke', 12900, 'SD', 'FU-9', 'wildlife outdoor', 'Knows which hedgehog comes at which hour.'],
  [
    'Children’s camera “Klick”',
    'Kobold & Co',
    5999,
    'microSD',
    'FU-1',
    'kids ages-3-4',
    'Two lenses, forty silly frames and a strap that opens when pulled.',
    colours('Sky', 'Rose', 'Mint'),
  ],
  ['Baby monitor camera', 'Hausgeist', 9999, 'microSD', 'HG-2', 'home', 'Sees, hears and hums a lullaby.'],
]

type Card = readonly [format: string, gigabytes: number, price: number]

const cards: readonly Card[] = [
  ['SD', 64, 1499],
  ['SD', 128, 2499],
  ['SD', 256, 4499],
  ['SD', 512, 8999],
  ['microSD', 32, 899],
  ['microSD', 64, 1299],
  ['microSD', 128, 2199],
  ['microSD', 256, 3999],
  ['CFexpress', 128, 11999],
  ['CFexpress', 256, 18999],
  ['CFexpress', 512, 32999],
]

const batteries: readonly (readonly [model: string, price: number])[] = [
  ['OK-12', 4999],
  ['OK-7', 3499],
  ['PR-40', 7999],
  ['FU-3', 1999],
]

type Extra = readonly [title: string, type: string, vendor: string, price: number, tags: string, story: string, choice?: Choice]

const extras: readonly Extra[] = [
  ['Camera bag “Tagtasche”', 'Camera bag', 'Taschenwerk', 6999, 'padded', 'Body, two lenses and a sandwich.', colours('Moss', 'Navy')],
  ['Camera backpack, 22 l', 'Camera bag', 'Taschenwerk', 12999, 'padded travel', 'Opens at the back, where thieves cannot reach.'],
  ['Padded wrap', 'Camera bag', 'Filzerei', 2499, 'felt', 'Turns any bag into a camera bag.', colours('Rust', 'Slate')],
  ['Travel tripod', 'Tripod', 'Okular', 9999, 'travel', 'One kilogram, one and a half metres, two turns of the wrist.'],
  ['Table tripod', 'Tripod', 'Okular', 2999, 'small', 'Stands on the café table and grips the fence.'],
  ['Studio tripod with fluid head', 'Tripod', 'Prisma Optik', 24999, 'video professional', 'Pans as though on oil.'],
]

export const camerasAndCards: readonly Good[] = [
  ...cameras.map(([title, vendor, price, card, battery, tags, story, choice]): Good => ({
    title,
    type: 'Camera',
    vendor,
    price,
    story,
    tags: [...tags.split(' '), `takes-${card.toLowerCase()}`],
    specs: [textSpec('card_format', card), textSpec('camera_battery', battery)],
    ...(choice && { choices: [choice] }),
  })),
  ...cards.map(([format, gigabytes, price]): Good => ({
    title: `Merk ${format} card, ${String(gigabytes)} GB`,
    type: 'Memory card',
    vendor: 'Merk',
    price,
    story: `Room for about ${String(gigabytes * 120)} photographs. Survives the washing machine, as we know from experience.`,
    tags: [format.toLowerCase(), 'memory'],
    specs: [textSpec('card_format', format), countSpec('capacity_gb', gigabytes)],
  })),
  ...batteries.map(([model, price]): Good => ({
    title: `Spare camera battery ${model}`,
    type: 'Camera battery',
    vendor: model.startsWith('FU') ? 'Funke' : model.startsWith('PR') ? 'Prisma Optik' : 'Okular',
    price,
    story: `The second ${model}, for the moment when the first one gives up.`,
    tags: ['camera-power'],
    specs: [textSpec('camera_battery', model)],
  })),
  ...extras.map(([title, type, vendor, price, tags, story, choice]): Good => ({
    title,
    type,
    vendor,
    price,
    story,
    tags: tags.split(' '),
    ...(choice && { choices: [choice] }),
  })),
]
