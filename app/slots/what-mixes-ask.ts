import { BESIDE_A_PRODUCT, type SlotMix } from '#app/commerce/placement.ts'
import { mixAt, type Mix } from '#app/rules/mix.ts'

const openSlots = (mix: Mix): SlotMix[] =>
  BESIDE_A_PRODUCT.flatMap((placement) => mixAt(mix, placement).slots.filter(({ lock }) => lock === 'open'))

/** Whether the machine may fill anything beside products. */
export function isOpenBesideProducts(mix: Mix): boolean {
  return openSlots(mix).length > 0
}

/**
 * Whether what a change of one product changes beside others is told by the rules and by what was bought together alone. What sells
 * best, what looks alike and what a merchant pins or buries can change beside any.
 */
export function isRevisedByRules(mix: Mix): boolean {
  const isTold = (source: SlotMix['sources'][number]) => source !== 'popular' && source !== 'look-alikes'
  return (
    BESIDE_A_PRODUCT.every((placement) => mixAt(mix, placement).adjust.length === 0) &&
    openSlots(mix).every(({ sources }) => sources.every(isTold))
  )
}
