import type { Product } from '../shop.ts'
import { type CollectionIdea, ofType, tagged } from './collections.ts'
import { specOf } from './specs.ts'

const toyTypes = [
  'Electronic toy',
  'Plush',
  'Wooden toy',
  'Building set',
  'Train set',
  'Track',
  'RC vehicle',
  'Puzzle',
  'Board game',
  'Art set',
]
const isToy = ofType(...toyTypes)

/** Laptops and sleeves meet here and nowhere else, so that "from the same collection" means "of the same size". */
const sizeEssentials = [13.3, 14, 15.6, 16].map((inches): CollectionIdea => {
  const size = String(Math.floor(inches))
  const specs = [specOfSize('screen_inches'), specOfSize('fits_inches')]
  function specOfSize(key: string) {
    return (product: Product) => Number(specOf(product, key)) === inches
  }
  return {
    title: `${size}-inch essentials`,
    description: `Laptops of ${size} inches and what fits round them.`,
    holds: (product) => specs.some((fits) => fits(product)),
  }
})

export const nimbusCollections: readonly CollectionIdea[] = [
  { title: 'Robots & other characters', description: 'Things with eyes that move by themselves.', holds: tagged('robot') },
  { title: 'Dinosaurs', description: 'Sixty-six million years late for dinner.', holds: tagged('dinosaur') },
  {
    title: 'Toys that move and sound',
    description: 'Everything here wants batteries; they are on the same page.',
    holds: ofType('Electronic toy'),
  },
  {
    title: 'Batteries & charging',
    description: 'The small print on the toy box, answered.',
    holds: ofType('Batteries', 'Battery charger'),
  },
  { title: 'Soft friends', description: 'Washable at thirty degrees, indispensable at any.', holds: ofType('Plush') },
  { title: 'Wood & first play', description: 'Lime, beech and maple, oiled with what you could eat.', holds: ofType('Wooden toy') },
  {
    title: 'Building & railways',
    description: 'For floors that are never quite tidy.',
    holds: ofType('Building set', 'Train set', 'Track'),
  },
  {
    title: 'For the youngest',
    description: 'Nothing smaller than a fist.',
    holds: (product) => tagged('ages-0-2')(product) || tagged('ages-3-4')(product),
  },
  { title: 'Little scientists', description: 'Why, why and why.', holds: tagged('science') },
  {
    title: 'Remote control',
    description: 'Cars, boats, spare packs and faster chargers.',
    holds: ofType('RC vehicle', 'RC charger', 'RC battery pack', 'RC tyres'),
  },
  { title: 'Drones & flight', description: 'From the living room to the horizon.', holds: ofType('Drone', 'Propellers', 'Drone battery') },
  {
    title: 'Games & puzzles',
    description: 'Evenings without a socket.',
    holds: ofType('Board game', 'Expansion', 'Card sleeves', 'Puzzle', 'Puzzle mat'),
  },
  {
    title: 'Arts & paper',
    description: 'Paint, clay, ink and something to put them on.',
    holds: ofType('Art set', 'Art refill', 'Art paper'),
  },
  { title: 'Consoles & games', description: 'One more round.', holds: ofType('Console', 'Controller', 'Video game') },
  { title: 'Laptops', description: 'Every one opened and tried.', holds: ofType('Laptop') },
  { title: 'Sleeves & bags', description: 'Felt, leather and old sails.', holds: ofType('Sleeve', 'Backpack') },
  ...sizeEssentials,
  { title: 'Desk & sound', description: 'What stands beside the laptop.', holds: ofType('Mouse', 'Hub', 'Headphones') },
  {
    title: 'Cameras & memory',
    description: 'And the bag for both.',
    holds: ofType('Camera', 'Memory card', 'Camera battery', 'Camera bag', 'Tripod'),
  },
  {
    title: 'Phones & cases',
    description: 'Choose the phone, then let it fall.',
    holds: ofType('Phone', 'Phone case', 'Screen protector', 'Phone charger'),
  },
  {
    title: 'Coffee corner',
    description: 'Paper, beans and machines.',
    holds: ofType('Coffee machine', 'Coffee filters', 'Coffee beans', 'Descaler'),
  },
  {
    title: 'Printing',
    description: 'Ink that is there before the old one is empty.',
    holds: ofType('Printer', 'Ink cartridge', 'Printer paper'),
  },
  { title: 'Smart home & light', description: 'Small things that keep watch.', holds: ofType('Smart home', 'Torch') },
  {
    title: 'Presents under €25',
    description: 'For the birthday that is tomorrow.',
    holds: (product) => isToy(product) && product.variants.every(({ price }) => price > 0 && price < 2500),
  },
]
