import type { Simulator } from '../simulator/simulator.ts'

/** The merchant of a shop grants all that the app asks for beyond what it needs; the app is told where it is installed. */
export function grantAll(simulator: Simulator, domain: string): void {
  simulator.changeScopes(domain, 'grant', simulator.installations.get(domain)!.app.optionalScopes)
}
