import type { Good } from '../good.ts'
import { textSpec } from '../specs.ts'

const sets: readonly (readonly [title: string, price: number, medium: string, tags: string, story: string])[] = [
  ['Watercolour box, 24 pans', 3999, 'Watercolour', 'paint', 'A tin box, two brushes and a lid to mix in.'],
  ['Travel watercolours, 12 pans', 2499, 'Watercolour', 'paint travel', 'With a brush that carries its own water.'],
  ['Gouache studio set', 4499, 'Gouache', 'paint', 'Twelve tubes that cover what went wrong.'],
  ['Acrylic starter set', 3499, 'Acrylic', 'paint', 'Eighteen tubes, three brushes, two canvases.'],
  ['Colouring pencils, 72 in a tin', 5999, 'Pencil', 'draw', 'Seventy-two, and yellow is the first to go.'],
  ['Felt-tip pens, 36, washable', 1999, 'Felt-tip', 'draw kids ages-3-4', 'Comes off tables, walls and sisters.'],
  ['Modelling clay studio', 2999, 'Clay', 'model kids', 'Eight kilograms of possibilities.'],
  ['Calligraphy set', 3299, 'Ink', 'write', 'Three nibs, two inks, one steady hand to be found.'],
  ['Bead loom', 2299, 'Beads', 'craft kids', 'For the friendship of the month.'],
]

const refills: readonly (readonly [title: string, price: number, medium: string])[] = [
  ['Watercolour pans, refill of 6', 1299, 'Watercolour'],
  ['Watercolour brushes, set of 4', 1599, 'Watercolour'],
  ['Gouache white, 100 ml', 899, 'Gouache'],
  ['Acrylic tubes, refill of 6', 1499, 'Acrylic'],
  ['Colouring pencils, the 12 that run out first', 999, 'Pencil'],
  ['Felt-tip pens, refill of 12', 799, 'Felt-tip'],
  ['Modelling clay, 2 kg', 999, 'Clay'],
  ['Drawing ink, blue-black, 50 ml', 899, 'Ink'],
  ['Glass beads, 1,000 mixed', 699, 'Beads'],
]

const papers: readonly (readonly [title: string, price: number, media: string, story: string])[] = [
  ['Watercolour block A4, 20 sheets', 1499, 'Watercolour', 'Glued on four sides, so it dries flat.'],
  ['Mixed-media pad A3', 1299, 'Gouache', 'Takes water, takes rubbing out.'],
  ['Sketchbook, linen cover', 1699, 'Pencil', 'Lies flat and says nothing.'],
  ['Drawing roll, 20 m', 1199, 'Felt-tip', 'Covers the table for a whole birthday.'],
]

export const arts: readonly Good[] = [
  ...sets.map(([title, price, medium, tags, story]): Good => ({
    title,
    type: 'Art set',
    vendor: 'Malkasten',
    price,
    story,
    tags: tags.split(' '),
    specs: [textSpec('medium', medium)],
  })),
  ...refills.map(([title, price, medium]): Good => ({
    title,
    type: 'Art refill',
    vendor: 'Malkasten',
    price,
    story: `Fills up the ${medium.toLowerCase()} you already have.`,
    tags: ['consumable', medium.toLowerCase()],
    specs: [textSpec('medium', medium)],
  })),
  ...papers.map(([title, price, medium, story]): Good => ({
    title,
    type: 'Art paper',
    vendor: 'Blattgrün',
    price,
    story,
    tags: ['consumable', 'paper'],
    specs: [textSpec('medium', medium)],
  })),
]
