import { colours, type Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

const printers: readonly (readonly [title: string, price: number, series: string, tags: string, story: string])[] = [
  ['Gutenberg Home 200 printer', 7999, 'G-20', 'inkjet home', 'Homework, tickets, the occasional dragon.'],
  ['Gutenberg Home 240 printer and scanner', 11999, 'G-20', 'inkjet home scanner', 'Copies the recipe without touching the book.'],
  ['Gutenberg Office 500', 19999, 'G-50', 'inkjet work', 'Both sides, two trays, thirty pages a minute.'],
  ['Gutenberg Photo 9', 24999, 'G-90', 'inkjet photo', 'Nine inks, to the edge of the paper.'],
  ['Gutenberg Laser L1', 16999, 'L-10', 'laser work', 'Black and white, quick and never dried out.'],
  ['Pocket photo printer', 9999, 'Z-1', 'photo travel', 'Prints the evening before it is over.'],
]

const cartridges: readonly (readonly [series: string, colour: string, price: number])[] = [
  ['G-20', 'Black', 1499],
  ['G-20', 'Cyan', 1199],
  ['G-20', 'Magenta', 1199],
  ['G-20', 'Yellow', 1199],
  ['G-20', 'Four-colour set', 4499],
  ['G-50', 'Black', 2499],
  ['G-50', 'Four-colour set', 6999],
  ['G-90', 'Black', 2999],
  ['G-90', 'Nine-colour set', 12999],
  ['L-10', 'Black', 5499],
]

const papers: readonly (readonly [title: string, price: number, tags: string, story: string])[] = [
  ['Everyday paper A4, 500 sheets', 599, 'recycled', 'Grey enough to be honest, white enough for school.'],
  ['Bright white paper A4, 500 sheets', 799, 'white', 'For letters that want an answer.'],
  ['Photo paper 10 × 15, glossy, 100 sheets', 1499, 'photo', 'For the ones you would frame.'],
  ['Instant film for pocket printers, 50 sheets', 2499, 'photo', 'The back peels off and sticks to diaries.'],
]

export const printersAndInk: readonly Good[] = [
  ...printers.map(([title, price, series, tags, story]): Good => ({
    title,
    type: 'Printer',
    vendor: 'Gutenberg',
    price,
    story,
    tags: tags.split(' '),
    specs: [textSpec('ink_series', series), countSpec('warranty_years', 3)],
    ...(tags.includes('travel') && { choices: [colours('Rose', 'Slate')] }),
  })),
  ...cartridges.map(([series, colour, price]): Good => ({
    title: `Gutenberg ${series} ${series.startsWith('L') ? 'toner' : 'ink'}, ${colour.toLowerCase()}`,
    type: 'Ink cartridge',
    plans: [
      { name: 'Every month', percent: 10 },
      { name: 'Every three months', percent: 5 },
    ],
    vendor: 'Gutenberg',
    price,
    story: `Fits every printer of the ${series} series. Send the empty one back free of charge.`,
    tags: ['consumable', series.toLowerCase()],
    specs: [textSpec('ink_series', series), textSpec('ink_colour', colour)],
  })),
  ...papers.map(([title, price, tags, story]): Good => ({
    title,
    type: 'Printer paper',
    vendor: 'Blattgrün',
    price,
    story,
    tags: ['consumable', tags],
  })),
]
