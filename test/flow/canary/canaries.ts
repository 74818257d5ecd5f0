import { aCustomer } from '../../a/world.ts'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'

/** Somebody whose every word is found again wherever it is written. */
export const PERSON = {
  firstName: 'Zephyrine',
  lastName: 'Quillfeather',
  email: 'zephyrine.quillfeather@canary.example',
  phone: '+43 660 5550147',
  street: '17 Marmalade Crescent',
  city: 'Featherham',
  note: 'Ring thrice, the parrot is deaf',
  ip: '198.51.100.77',
}
export const CUSTOMER = aCustomer({
  id: 7,
  firstName: PERSON.firstName,
  lastName: PERSON.lastName,
  email: PERSON.email,
  phone: PERSON.phone,
})

const address = {
  first_name: PERSON.firstName,
  last_name: PERSON.lastName,
  name: `${PERSON.firstName} ${PERSON.lastName}`,
  address1: PERSON.street,
  city: PERSON.city,
  phone: PERSON.phone,
}

/** What Shopify sends along about a person, whether an app may keep it or not. */
export const ABOUT = {
  email: PERSON.email,
  contact_email: PERSON.email,
  phone: PERSON.phone,
  note: PERSON.note,
  browser_ip: PERSON.ip,
  billing_address: address,
  shipping_address: address,
  note_attributes: [{ name: 'Gift for', value: PERSON.firstName }],
  customer: {
    id: 7,
    email: PERSON.email,
    phone: PERSON.phone,
    first_name: PERSON.firstName,
    last_name: PERSON.lastName,
    default_address: address,
  },
}

/** The names of those of the texts that say something of the person, the secret, or one of the tokens. */
export function tellsOf(texts: Iterable<readonly [string, string]>, tokens: readonly string[]): string[] {
  const canaries = [...Object.values(PERSON), LOCAL_API_SECRET, ...tokens]
  return [...texts].flatMap(([where, text]) => {
    const found = canaries.filter((canary) => text.includes(canary) || text.includes(encodeURIComponent(canary)))
    return found.map((canary) => `${where}: ${canary.slice(0, 24)}`)
  })
}
