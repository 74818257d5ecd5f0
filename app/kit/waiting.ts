import { createContext, useContext } from 'react'

const WaitingContext = createContext(0)

/** How many changes wait to be published, for all pages inside. */
export const WaitingProvider = WaitingContext.Provider

/** How many decisions of the merchant's shoppers do not see yet, as of the last thing that was done. */
export const useWaiting = (): number => useContext(WaitingContext)
