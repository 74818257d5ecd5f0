import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeNotes, whyNoVersion } from './release/change-notes.ts'
import { isAllowed, licenceList, licencesIn } from './release/licences.ts'

/**
 * `npm run release -- 0.2.0`: gives the changelog's unreleased part that version, and commits and tags it. In `.data/release/0.2.0` it lays what
 * goes with it: notes, licences and the list of parts (SBOM). Pushing is left to whoever calls it; the workflow does the rest.
 */
const [version = '', ...more] = process.argv.slice(2)
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

const { version: last } = json('package.json') as { version: string }
const why = more.length > 0 ? `“${more[0]}” is one too many.` : whyNoVersion(version, last)
if (why) refuse(why)
if (git('status', '--porcelain') !== '') refuse('There are changes that are not committed.')
const told = changeNotes(readFileSync('CHANGELOG.md', 'utf8'), version, new Date().toISOString().slice(0, 10))
if (told.kind === 'refused') refuse(told.why)
const packages = licencesIn((json('package-lock.json') as { packages: Parameters<typeof licencesIn>[0] }).packages)
const strange = packages.filter((one) => !isAllowed(one))
if (strange.length > 0) refuse(`Look at these licences first: ${strange.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`)

const folder = join('.data/release', version)
mkdirSync(folder, { recursive: true })
execFileSync('npm', ['version', version, '--no-git-tag-version', '--ignore-scripts'], { stdio: 'ignore' })
writeFileSync('CHANGELOG.md', told.changelog)
writeFileSync(join(folder, 'notes.md'), told.notes)
writeFileSync(join(folder, 'licences.md'), licenceList(packages))
const sbom = ['sbom', '--package-lock-only', '--omit=dev', '--omit=optional', '--sbom-format=cyclonedx']
writeFileSync(join(folder, 'sbom.json'), execFileSync('npm', sbom, { maxBuffer: 64_000_000 }))
git('commit', '--quiet', '--message', `Release ${version}`, 'CHANGELOG.md', 'package.json', 'package-lock.json')
git('tag', '--annotate', `v${version}`, '--message', `Tandem ${version}`)
console.log(`Tagged v${version}. What goes with it is in ${folder}. Publish it: git push --follow-tags`)
