import { useEffect, useRef } from 'preact/hooks'
import type { BlockApi } from '../read/page-api.ts'
import { publish, type ToldOffer } from './publish.ts'

/** Tells of each offer once that it is shown. A block does not learn what of a page is looked at: shown is the nearest it knows. */
export function useSeen(api: Pick<BlockApi, 'analytics' | 'customerPrivacy'>, shown: readonly ToldOffer[]): void {
  const told = useRef(new Set<string>())
  const mayTell = api.customerPrivacy.value.allowedProcessing.analytics
  const nameOf = ({ product, soldBy }: ToldOffer) => `${product} ${soldBy}`
  useEffect(() => {
    if (!mayTell) return
    const news = shown.filter((offer) => !told.current.has(nameOf(offer)))
    for (const offer of news) told.current.add(nameOf(offer))
    publish(api, 'seen', news)
  }, [mayTell, shown.map(nameOf).join()])
}
