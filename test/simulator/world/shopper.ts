import type { Customer } from '../shop.ts'
import type { Interest } from './interests.ts'
import type { People } from './people.ts'
import type { Luck } from './random.ts'

/** Somebody at the door: known to the shop, or a guest who leaves no account. */
export interface Shopper {
  readonly customer: Customer | null
  readonly interest: Interest
  readonly comesBack: boolean
}

/** A customer who exists nowhere else: reserved mail domains and telephone numbers. */
export function inventCustomer(id: number, people: People, luck: Luck): Customer {
  const firstName = luck.pick(people.firstNames)
  const lastName = luck.pick(people.lastNames).replaceAll('-', ' ')
  const mailbox = `${plain(firstName)}.${plain(lastName)}.${String(id % 100_000)}`
  const [from, to] = people.phoneDigits
  return {
    id,
    firstName,
    lastName,
    email: `${mailbox}@example.${luck.chance(0.6) ? 'com' : 'org'}`,
    phone: luck.pick(people.phonePrefixes) + String(luck.between(from, to)).padStart(3, '0'),
  }
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
