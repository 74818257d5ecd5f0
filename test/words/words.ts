import { readFileSync } from 'node:fs'
import { breachesOf, termsOf } from './breaches.ts'
import { readWords } from './read-words.ts'

/** `npm run words`: lists the strings that break the rules which can be checked, and exits with 1 where there are any. */
const terms = termsOf(readFileSync('docs/glossary.md', 'utf8'))
const words = readWords()
const lines = words.flatMap((said) => breachesOf(said, terms).map(({ rule, what }) => `${said.file} ${said.key}: ${rule}, ${what}`))
for (const line of lines) console.log(line)
console.log(`${words.length} strings, ${lines.length} breaches`)
process.exitCode = lines.length === 0 ? 0 : 1
