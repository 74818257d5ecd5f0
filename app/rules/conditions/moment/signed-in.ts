import type { MomentKind } from '../moment-kind.ts'

export interface SignedIn {
  readonly kind: 'signed-in'
}

export const signedIn: MomentKind<SignedIn> = {
  kind: 'signed-in',
  about: 'customer',
  fields: [],
  check: (_, { customer }) => customer !== null,
  drawn: (fact) => ({ ...fact }),
}
