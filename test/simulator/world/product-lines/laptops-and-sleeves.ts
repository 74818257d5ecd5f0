import type { MerchantMetafield } from '../../shop.ts'
import { fabric } from '../attributes.ts'
import { colours, type Choice, type Good } from '../good.ts'
import { countSpec, decimalSpec } from '../specs.ts'

const inches = (screen: number) => `${String(Math.floor(screen))}″`

const memory: Choice = { name: 'Memory', values: ['16 GB', '32 GB'], surcharges: [0, 20000] }

type Laptop = readonly [title: string, vendor: string, price: number, screen: number, tags: string, story: string]

const laptops: readonly Laptop[] = [
  ['Fjell 13 Air', 'Fjell', 104900, 13.3, 'ultralight work', 'Nine hundred grams of magnesium. Forgotten in the bag until it is needed.'],
  ['Fjell 13 Touch', 'Fjell', 119900, 13.3, 'touchscreen student', 'Folds flat, stands like a tent, takes notes by pen.'],
  ['Nordbyte Loop 13', 'Nordbyte', 79900, 13.3, 'student', 'The one for lectures: a day of battery and a keyboard that forgives.'],
  ['Kupfer Pocketbook 13', 'Kupfer', 134900, 13.3, 'ultralight', 'Copper lid, silent inside: it has no fan at all.'],
  ['Fjell 14 Studio', 'Fjell', 154900, 14, 'creative work', 'A colour-true screen for people who argue about shades of white.'],
  ['Nordbyte Loop 14', 'Nordbyte', 89900, 14, 'student work', 'A little more room than the 13, and two more ports.'],
  ['Nordbyte Granit 14', 'Nordbyte', 129900, 14, 'work rugged', 'Survives the site office, the train and the toddler.'],
  ['Kupfer Folio 14', 'Kupfer', 144900, 14, 'work', 'Slim, warm to the touch, all day away from the wall.'],
  ['Halden One 14', 'Halden', 64900, 14, 'student', 'Everything school asks for and nothing it does not.'],
  ['Fjell 15 Studio', 'Fjell', 174900, 15.6, 'creative work', 'Twelve cores for renderings, a matt screen for the afternoon sun.'],
  ['Nordbyte Granit 15', 'Nordbyte', 139900, 15.6, 'work rugged', 'A number pad, a lid like a door and screws you can undo.'],
  ['Halden One 15', 'Halden', 69900, 15.6, 'student', 'The family computer that moves from room to room.'],
  ['Wildkatz Pounce 15', 'Wildkatz', 149900, 15.6, 'gaming', 'A hundred and sixty-five frames, and a fan curve that keeps its manners.'],
  ['Halden Office 15', 'Halden', 84900, 15.6, 'work', 'Plain, quick, and repaired in an afternoon.'],
  ['Wildkatz Leap 16', 'Wildkatz', 189900, 16, 'gaming', 'The fastest thing in the shop that does not fly.'],
  ['Fjell 16 Studio Pro', 'Fjell', 229900, 16, 'creative', 'For film, music and the deadline on Friday.'],
  ['Kupfer Atelier 16', 'Kupfer', 209900, 16, 'creative work', 'A drawing board’s worth of screen in a folder’s weight.'],
  ['Nordbyte Granit 16', 'Nordbyte', 159900, 16, 'work rugged', 'All of the Granit’s stubbornness, with more to look at.'],
]

type Sleeve = readonly [name: string, vendor: string, price: number, tags: string, story: string, choice: Choice]

const sleeves: readonly Sleeve[] = [
  ['Felt sleeve “Loden”', 'Filzerei', 3499, 'felt wool', 'Thick wool felt that closes by its own fold.', colours('Slate', 'Moss', 'Rust')],
  [
    'Zip sleeve “Hülle”',
    'Taschenwerk',
    2499,
    'zip water-repellent',
    'Padded on both sides, with a pocket for the charger.',
    colours('Navy', 'Sand'),
  ],
  [
    'Recycled sail sleeve',
    'Taschenwerk',
    3999,
    'recycled',
    'Every one is cut from another sail, so yours is the only one.',
    colours('Sky', 'Cherry'),
  ],
  ['Leather folder', 'Sattlerei Brandl', 7999, 'leather', 'Vegetable-tanned, and better looking every year.', colours('Cognac', 'Black')],
  ['Quilted sleeve', 'Filzerei', 2999, 'soft', 'Soft as a duvet, thin enough for the tote bag.', colours('Lilac', 'Mint', 'Cream')],
  ['Hard-shell sleeve', 'Taschenwerk', 4499, 'rigid', 'For rucksacks that get thrown.', colours('Black')],
]

const laptopGoods = laptops.map(([title, vendor, price, screen, tags, story]): Good => ({
  title,
  type: 'Laptop',
  vendor,
  price,
  story: `${story} ${inches(screen)} screen.`,
  tags: tags.split(' '),
  specs: [decimalSpec('screen_inches', screen), countSpec('warranty_years', 2)],
  choices: [memory],
}))

const sleeveGoods = [13.3, 14, 15.6, 16].flatMap((fits) =>
  sleeves.map(([name, vendor, price, tags, story, choice]): Good => ({
    title: `${name}, ${inches(fits)}`,
    type: 'Sleeve',
    vendor,
    price: price + (fits > 15 ? 300 : 0),
    story: `${story} For laptops of ${String(fits)} inches.`,
    tags: tags.split(' '),
    specs: [decimalSpec('fits_inches', fits), ...fabricOf(tags.split(' ')[0] ?? '')],
    choices: [choice],
  })),
)

/** What a sleeve is made of, where its first tag says it. */
function fabricOf(tag: string): MerchantMetafield[] {
  const name = { felt: 'Felt', leather: 'Leather', recycled: 'Recycled polyester', soft: 'Cotton' }[tag]
  return name ? [fabric(name)] : []
}

type Desk = readonly [title: string, type: string, vendor: string, price: number, tags: string, story: string, choice?: Choice]

const desk: readonly Desk[] = [
  [
    'Quiet mouse',
    'Mouse',
    'Nordbyte',
    2999,
    'wireless',
    'Clicks that nobody in the train hears. Charges by cable.',
    colours('Slate', 'Cream', 'Rose'),
  ],
  ['Upright mouse', 'Mouse', 'Halden', 4499, 'wireless ergonomic', 'Held like a handshake, kind to the wrist.'],
  ['Trackball “Kugel”', 'Mouse', 'Kupfer', 6999, 'ergonomic', 'Stays put while the cherry-red ball does the walking.'],
  ['Gaming mouse “Kralle”', 'Mouse', 'Wildkatz', 5999, 'gaming', 'Eight buttons, sixty grams, one cable like a shoelace.'],
  ['USB-C hub, 5 in 1', 'Hub', 'Nordbyte', 3999, 'usb-c', 'Screen, card, two sticks and power through one plug.'],
  ['USB-C hub, 9 in 1', 'Hub', 'Nordbyte', 6999, 'usb-c', 'Adds network, sound and a second screen.'],
  ['Desk dock', 'Hub', 'Fjell', 17999, 'usb-c work', 'One cable in the morning, one cable in the evening.'],
  [
    'Commuter backpack, 18 l',
    'Backpack',
    'Taschenwerk',
    8999,
    'commute water-repellent',
    'Opens flat, stands upright, swallows a lunch box.',
    colours('Navy', 'Moss', 'Black'),
  ],
  [
    'Weekend backpack, 28 l',
    'Backpack',
    'Taschenwerk',
    11999,
    'travel',
    'One bag for the office on Friday and the mountains on Saturday.',
    colours('Rust', 'Slate'),
  ],
  [
    'Messenger bag “Kurier”',
    'Backpack',
    'Sattlerei Brandl',
    14999,
    'leather commute',
    'Worn across the back, opened at the traffic light.',
  ],
  [
    'Over-ear headphones “Stille”',
    'Headphones',
    'Tonleiter',
    19999,
    'noise-cancelling',
    'Turns the open-plan office into a library.',
    colours('Slate', 'Cream'),
  ],
  ['In-ear headphones', 'Headphones', 'Tonleiter', 8999, 'wireless', 'Six hours in the ear, twenty in the case.', colours('Black', 'Mint')],
  [
    'Headphones for children',
    'Headphones',
    'Tonleiter',
    3499,
    'volume-limited',
    'Never louder than 85 decibels, whatever the film.',
    colours('Sky', 'Coral'),
  ],
]

export const laptopsAndSleeves: readonly Good[] = [
  ...laptopGoods,
  ...sleeveGoods,
  ...desk.map(([title, type, vendor, price, tags, story, choice]) => ({
    title,
    type,
    vendor,
    price,
    story,
    tags: tags.split(' '),
    ...(choice && { choices: [choice] }),
  })),
]
