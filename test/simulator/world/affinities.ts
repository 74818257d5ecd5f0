/** A habit of the shoppers: who takes the one home takes, with this probability, one of the others along. */
export interface Affinity {
  /** Product type of what is bought; absent: any product that has the specs named below. */
  readonly whenBuying?: string
  /** Product type of what goes with it. */
  readonly alsoTakes: string
  /** Of an order that holds the one, in (0, 1). */
  readonly probability: number
  /** A spec of the one and a spec of the other that must say the same. */
  readonly matching?: readonly [ofTheOne: string, ofTheOther: string]
  /** A count that the one needs and a count that the other brings: it must be enough, and just enough is liked best. */
  readonly enough?: readonly [needed: string, brought: string]
}

/** Types that a shop does not sell never come into play, so both shops share one list. */
export const affinities: readonly Affinity[] = [
  { alsoTakes: 'Batteries', probability: 0.35, matching: ['battery_size', 'battery_size'], enough: ['battery_count', 'pack_size'] },
  { whenBuying: 'Laptop', alsoTakes: 'Sleeve', probability: 0.3, matching: ['screen_inches', 'fits_inches'] },
  { whenBuying: 'Laptop', alsoTakes: 'Mouse', probability: 0.14 },
  { whenBuying: 'Laptop', alsoTakes: 'Hub', probability: 0.16 },
  { whenBuying: 'Camera', alsoTakes: 'Memory card', probability: 0.34, matching: ['card_format', 'card_format'] },
  { whenBuying: 'Camera', alsoTakes: 'Camera battery', probability: 0.16, matching: ['camera_battery', 'camera_battery'] },
  { whenBuying: 'Camera', alsoTakes: 'Camera bag', probability: 0.12 },
  { whenBuying: 'Camera', alsoTakes: 'Tripod', probability: 0.08 },
  { whenBuying: 'Phone', alsoTakes: 'Phone case', probability: 0.42, matching: ['model', 'fits_model'] },
  { whenBuying: 'Phone', alsoTakes: 'Screen protector', probability: 0.26, matching: ['model', 'fits_model'] },
  { whenBuying: 'Phone', alsoTakes: 'Phone charger', probability: 0.18 },
  { whenBuying: 'Phone case', alsoTakes: 'Screen protector', probability: 0.2, matching: ['fits_model', 'fits_model'] },
  { whenBuying: 'Coffee machine', alsoTakes: 'Coffee filters', probability: 0.4, matching: ['filter_size', 'filter_size'] },
  { whenBuying: 'Coffee machine', alsoTakes: 'Coffee beans', probability: 0.36 },
  { whenBuying: 'Coffee machine', alsoTakes: 'Descaler', probability: 0.2 },
  { whenBuying: 'Coffee beans', alsoTakes: 'Coffee filters', probability: 0.15 },
  { whenBuying: 'Printer', alsoTakes: 'Ink cartridge', probability: 0.44, matching: ['ink_series', 'ink_series'] },
  { whenBuying: 'Printer', alsoTakes: 'Printer paper', probability: 0.28 },
  { whenBuying: 'Ink cartridge', alsoTakes: 'Printer paper', probability: 0.16 },
  { whenBuying: 'Console', alsoTakes: 'Video game', probability: 0.55, matching: ['platform', 'platform'] },
  { whenBuying: 'Console', alsoTakes: 'Controller', probability: 0.38, matching: ['platform', 'platform'] },
  { whenBuying: 'Drone', alsoTakes: 'Propellers', probability: 0.33, matching: ['model', 'fits_model'] },
  { whenBuying: 'Drone', alsoTakes: 'Drone battery', probability: 0.25, matching: ['model', 'fits_model'] },
  { whenBuying: 'Drone', alsoTakes: 'Memory card', probability: 0.18, matching: ['card_format', 'card_format'] },
  { whenBuying: 'Board game', alsoTakes: 'Expansion', probability: 0.22, matching: ['game', 'expands_game'] },
  { whenBuying: 'Board game', alsoTakes: 'Card sleeves', probability: 0.17, matching: ['card_size', 'card_size'] },
  { whenBuying: 'RC vehicle', alsoTakes: 'RC battery pack', probability: 0.28, matching: ['rc_pack', 'rc_pack'] },
  { whenBuying: 'RC vehicle', alsoTakes: 'RC charger', probability: 0.22, matching: ['rc_pack', 'rc_pack'] },
  { whenBuying: 'Train set', alsoTakes: 'Track', probability: 0.32 },
  { whenBuying: 'Art set', alsoTakes: 'Art refill', probability: 0.24, matching: ['medium', 'medium'] },
  { whenBuying: 'Art set', alsoTakes: 'Art paper', probability: 0.26, matching: ['medium', 'medium'] },
  { whenBuying: 'Puzzle', alsoTakes: 'Puzzle mat', probability: 0.15 },
  { whenBuying: 'Teapot', alsoTakes: 'Tea', probability: 0.4, matching: ['brews', 'leaf'] },
  { whenBuying: 'Teapot', alsoTakes: 'Tea cup', probability: 0.35 },
  { whenBuying: 'Tea', alsoTakes: 'Strainer', probability: 0.16 },
  { whenBuying: 'Tea', alsoTakes: 'Honey', probability: 0.14 },
  { whenBuying: 'Tea', alsoTakes: 'Matcha whisk', probability: 0.4, matching: ['leaf', 'brews'] },
  { whenBuying: 'Tea', alsoTakes: 'Matcha bowl', probability: 0.3, matching: ['leaf', 'brews'] },
  { whenBuying: 'Tea', alsoTakes: 'Tea tin', probability: 0.12 },
]
