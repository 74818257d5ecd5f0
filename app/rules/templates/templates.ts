import { batteries } from './batteries.ts'
import { care } from './care.ts'
import { cases } from './cases.ts'
import { chargers } from './chargers.ts'
import { memoryCards } from './memory-cards.ts'
import { protection } from './protection.ts'
import { refills } from './refills.ts'
import type { Template } from './template.ts'

/** Every template, in the order in which a merchant meets them. */
export const TEMPLATES: readonly Template[] = [batteries, cases, refills, memoryCards, chargers, protection, care]
