import { estimate } from '#app/measure/statistics/estimate.ts'
import { sequence, type Interval } from '#app/measure/statistics/interval.ts'
import { plus } from '#app/measure/statistics/sums.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { capsBefore } from './ledger.ts'
import { aMeasuredShop, anEpoch, estimateOf, liveOneDay, type MeasuredShop } from './measured-shop.ts'
import { ALPHA, missIf, percent, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, USUAL } from './shoppers.ts'

const DAYS = 100
const CHANGE = 50
const BUSY = { ...USUAL, visitorsPerDay: 1_500 }
const excludesZero = ({ low, high }: Interval) => low > 0 || high < 0

/**
 * Nothing happens in these shops either, but half the visitors are held out for fifty days and a tenth from then on, when the
 * season begins and half as many again buy. In how many is an effect ever told, with epochs compared within; and with both thrown together.
 */
export function changingShare(shops: number): Reported {
  const luck = luckOf('proof changing share')
  const caps = capsBefore(luck)
  let [ever, together] = [0, 0]
  for (let nth = 0; nth < shops; nth++) {
    let shop = aMeasuredShop(BUSY, NO_EFFECT, 0.5)
    let [isTold, isToldTogether] = [false, false]
    for (let day = 1; day <= DAYS; day++) {
      if (day === CHANGE) shop = { ...shop, habits: { ...BUSY, conversion: 1.5 * BUSY.conversion }, epochs: [...shop.epochs, anEpoch(0.1)] }
      liveOneDay(luck, shop, caps)
      const told = (found: ReturnType<typeof estimate>) =>
        found !== null && excludesZero(sequence(found, ALPHA, BUSY.visitorsPerDay * DAYS))
      isTold ||= told(estimateOf(shop, 'revenue'))
      isToldTogether ||= told(thrownTogether(shop))
    }
    ever += Number(isTold)
    together += Number(isToldTogether)
  }
  return {
    figures: { epochs_shops: shops, epochs_ever_significant: shareOf(ever, shops) },
    baseline: { epochs_ever_significant_thrown_together: shareOf(together, shops) },
    misses: [
      ...missIf(ever > ALPHA * shops, `a changing share was taken for an effect in ${percent(ever / shops)} of shops`),
      ...missIf(together < 2 * ALPHA * shops, `epochs thrown together were wrong in ${percent(together / shops)} alone: it proves nothing`),
    ],
  }
}

function thrownTogether({ epochs }: MeasuredShop) {
  const all = (arm: 'shown' | 'heldOut') => epochs.map((epoch) => epoch[arm].revenue).reduce(plus)
  return estimate([{ shown: all('shown'), heldOut: all('heldOut'), share: 0.5 }], 'mean')
}
