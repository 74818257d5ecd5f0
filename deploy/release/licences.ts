/** Licences under which a package may be in the image, in npm's words. Polaris and its like allow what is built for Shopify, and say so in a file of their own. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
])
const IN_A_FILE = 'SEE LICENSE IN LICENSE.md'
const READ: ReadonlySet<string> = new Set(['@shopify/polaris', '@shopify/polaris-icons', '@shopify/polaris-tokens'])

export interface Licensed {
  readonly name: string
  readonly version: string
  readonly licence: string
}

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

/** The packages that the image holds, by name, as the lock file names them. */
export function licencesIn(packages: Readonly<Record<string, Locked>>): Licensed[] {
  return Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path, { version = '', license = 'unknown' }]) => ({ name: path.split('node_modules/').at(-1)!, version, licence: license }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Whether a package may be in the image. Of a choice one must be allowed, of several together all. */
export function isAllowed({ name, licence }: Licensed): boolean {
  if (licence === IN_A_FILE) return READ.has(name)
  const parts = licence.replace(/[()]/g, '').split(/ (?=OR|AND)/)
  const allowed = (part: string) => ALLOWED.has(part.replace(/^(OR|AND) /, ''))
  return licence.includes(' OR ') ? parts.some(allowed) : parts.every(allowed)
}

export function licenceList(packages: readonly Licensed[]): string {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  return [
    '# What the image holds, and under which licence',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
