import { useBreakpoints } from '@shopify/polaris'
import { MediaQueryContext } from '@shopify/polaris/build/ts/src/utilities/media-query/context.js'
import { createContext, useContext, useMemo, type PropsWithChildren } from 'react'

const PhoneContext = createContext(false)

/**
 * Whether the page was asked for by a phone, for all that is drawn differently there. Polaris draws the head of a page for a desk
 * until it has measured the window, and then moves all that is below it.
 */
export function PhoneProvider({ onPhone, children }: PropsWithChildren<{ readonly onPhone: boolean }>) {
  const { mdDown } = useBreakpoints({ defaults: { mdDown: onPhone } })
  const media = useMemo(() => ({ isNavigationCollapsed: mdDown }), [mdDown])
  return (
    <MediaQueryContext.Provider value={media}>
      <PhoneContext.Provider value={onPhone}>{children}</PhoneContext.Provider>
    </MediaQueryContext.Provider>
  )
}

/** Whether the window is as narrow as a phone's. Before it can be measured the kind of browser tells, so that nothing moves once it is. */
export function useNarrow(): boolean {
  return useBreakpoints({ defaults: { smDown: useContext(PhoneContext) } }).smDown
}
