import { hash } from './random.ts'

/** A leaning that lasts: its product types are wanted several times as much as by everybody else. */
export interface Interest {
  readonly name: string
  readonly types: readonly string[]
}

export const interests: readonly Interest[] = [
  { name: 'young family', types: ['Electronic toy', 'Plush', 'Wooden toy', 'Train set', 'Track', 'Batteries'] },
  { name: 'tinkerer', types: ['RC vehicle', 'RC tyres', 'Drone', 'Building set', 'Electronic toy', 'Battery charger'] },
  { name: 'games night', types: ['Board game', 'Expansion', 'Card sleeves', 'Puzzle'] },
  { name: 'player', types: ['Console', 'Controller', 'Video game', 'Headphones'] },
  { name: 'photographer', types: ['Camera', 'Memory card', 'Tripod', 'Camera bag', 'Drone'] },
  { name: 'coffee drinker', types: ['Coffee machine', 'Coffee beans', 'Coffee filters', 'Descaler'] },
  { name: 'desk worker', types: ['Laptop', 'Sleeve', 'Mouse', 'Hub', 'Printer', 'Ink cartridge', 'Backpack'] },
  { name: 'on the phone', types: ['Phone', 'Phone case', 'Phone charger', 'Headphones'] },
  { name: 'maker', types: ['Art set', 'Art refill', 'Art paper', 'Building set', 'Puzzle'] },
  { name: 'tea drinker', types: ['Tea', 'Strainer', 'Honey', 'Teapot', 'Tea tin'] },
  { name: 'potter’s friend', types: ['Tea cup', 'Bowl', 'Vase', 'Teapot', 'Matcha bowl'] },
]

/** How many times as much the types of one's interest are wanted. */
export const leaning = 6

/** The interests that a shop with these product types can serve. */
export function interestsServed(types: ReadonlySet<string>): readonly Interest[] {
  return interests.filter((interest) => interest.types.some((type) => types.has(type)))
}

/** A customer's interest never changes and follows from the id, so that a test can ask for it afterwards. */
export function interestOf(customerId: number, served: readonly Interest[]): Interest {
  const interest = served[hash(`interest ${String(customerId)}`) % served.length]
  if (!interest) throw new Error('The shop serves no interest')
  return interest
}
