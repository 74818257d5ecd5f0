import { useEffect, useRef } from 'preact/hooks'
import { armOf } from '../read/arm-of.ts'
import type { PageApi } from '../read/page-api.ts'
import type { ToldOffer } from './publish.ts'
import { useSeen } from './use-seen.ts'

/**
 * Tells the shop's pixels what a block had to show, alike in both arms, and what is shown where it is; returns whether it is held out.
 */
export function useMeasured(api: PageApi, offers: readonly ToldOffer[]): boolean {
  const told = useRef('')
  const arm = armOf(api)
  const mayTell = api.customerPrivacy.value.allowedProcessing.analytics
  const what = JSON.stringify(offers)
  useEffect(() => {
    if (!mayTell || !arm || offers.length === 0 || told.current === what) return
    told.current = what
    void api.analytics.publish('tandem:reached', { visit: arm.visit, epoch: arm.epoch, offers }).catch(() => false)
  }, [mayTell, arm?.visit, what])
  const isHeldOut = arm?.isHeldOut ?? false
  useSeen(api, isHeldOut ? [] : offers)
  return isHeldOut
}
