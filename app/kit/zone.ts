import { createContext, useContext } from 'react'

const ZoneContext = createContext('UTC')

/** The shop's time zone, by its IANA name, for all that is told of time. */
export const ZoneProvider = ZoneContext.Provider

/** The shop's time zone: server and browser then draw the same, and everybody in the shop reads one clock. */
export const useZone = (): string => useContext(ZoneContext)
