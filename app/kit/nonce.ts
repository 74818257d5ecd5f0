import { createContext } from 'react'

/** What this answer's own scripts carry, so that the browser runs them and no others. A browser has hidden it by then. */
export const Nonce = createContext<string | undefined>(undefined)
