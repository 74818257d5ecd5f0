import { colours, type Choice, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

const storage: Choice = { name: 'Storage', values: ['128 GB', '256 GB'], surcharges: [0, 10000] }

const phones: readonly (readonly [model: string, vendor: string, price: number, story: string])[] = [
  ['Halden P6', 'Halden', 34900, 'A large battery and a small price.'],
  ['Halden P6 Max', 'Halden', 42900, 'The P6 with room for two thumbs.'],
  ['Fjell Nova', 'Fjell', 69900, 'The camera that also makes calls.'],
  ['Fjell Nova Mini', 'Fjell', 59900, 'Fits the small pocket of the jeans, at last.'],
  ['Kupfer Eins', 'Kupfer', 89900, 'Seven screws, all of them yours to open.'],
  ['Wildkatz Arena', 'Wildkatz', 64900, 'Shoulder buttons and a fan you will not hear.'],
  ['Grossmut Senior', 'Halden', 19900, 'Big letters, a real green button, a week of standby.'],
]

const cases: readonly (readonly [name: string, vendor: string, price: number, tags: string, story: string, choice: Choice])[] = [
  ['Silicone case', 'Taschenwerk', 1999, 'silicone', 'Soft outside, softer inside.', colours('Coral', 'Sky', 'Moss', 'Black')],
  ['Clear case', 'Taschenwerk', 1499, 'clear', 'Shows the phone and hides the fall.', colours('Clear')],
  ['Leather flip case', 'Sattlerei Brandl', 3999, 'leather', 'Two cards, one note and the phone.', colours('Cognac', 'Black')],
]

const chargers: readonly Good[] = [
  ['USB-C charger, 30 W', 2499, 'Half full in the time it takes to shower.'],
  ['USB-C charger, 65 W, two ports', 4499, 'For the phone and whatever sits beside it.'],
  ['Wireless charging pad', 2999, 'Put it down; that is all.'],
  ['Power bank, 10,000 mAh', 3499, 'Two charges in the coat pocket.'],
  ['Braided USB-C cable, 2 m', 1499, 'Reaches the bed from the socket behind the cupboard.'],
].map(([title, price, story]) => ({
  title: String(title),
  type: 'Phone charger',
  vendor: 'Voltkin',
  price: Number(price),
  story: String(story),
  tags: ['usb-c', 'charging'],
}))

export const phonesAndCases: readonly Good[] = [
  ...phones.map(([model, vendor, price, story]): Good => ({
    title: `${model} phone`,
    type: 'Phone',
    vendor,
    price,
    story,
    tags: ['usb-c', 'unlocked'],
    specs: [textSpec('model', model), countSpec('warranty_years', 2)],
    choices: [storage],
  })),
  ...phones.flatMap(([model]) => [
    ...cases.map(([name, vendor, price, tags, story, choice]): Good => ({
      title: `${name} for ${model}`,
      type: 'Phone case',
      vendor,
      price,
      story,
      tags: [tags],
      specs: [textSpec('fits_model', model)],
      choices: [choice],
    })),
    {
      title: `Screen glass for ${model}, pack of 2`,
      type: 'Screen protector',
      vendor: 'Merk',
      price: 1299,
      story: 'Goes on without bubbles: the frame in the box sees to it. The second one is for later.',
      tags: ['glass'],
      specs: [textSpec('fits_model', model)],
    } satisfies Good,
  ]),
  ...chargers,
]
