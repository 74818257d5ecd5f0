import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { changeNotes, whyNoVersion } from '../../deploy/release/change-notes.ts'
import { isAllowed, licencesIn } from '../../deploy/release/licences.ts'

const place = mkdtempSync(join(tmpdir(), 'release-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const git = (...args: string[]) => execFileSync('git', args, { cwd: place, encoding: 'utf8' }).trim()
const release = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('deploy/release.ts'), ...args], { cwd: place, encoding: 'utf8' })
const packageOf = (path: string) => (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { version: string }).version

it('a release is a version, a dated part of the changelog, a tag, a list of parts and one of licences', () => {
  for (const file of ['package.json', 'package-lock.json', '.npmrc', '.gitignore']) cpSync(file, join(place, file))
  writeFileSync(join(place, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- It is new.\n')
  git('init', '--quiet')
  for (const [name, value] of [
    ['user.name', 'Somebody'],
    ['user.email', 'somebody@example.com'],
  ] as const)
    git('config', name, value)
  git('add', '.')
  expect(release('99.0.0')).toMatchObject({ status: 2, stderr: 'There are changes that are not committed.\n' })
  git('commit', '--quiet', '--message', 'All')
  expect(release(packageOf(place))).toMatchObject({ status: 2, stderr: expect.stringContaining('does not come after') as string })
  expect(release('99.0.0')).toMatchObject({ status: 0, stderr: '' })

  expect(packageOf(place)).toBe('99.0.0')
  expect(git('describe')).toBe('v99.0.0')
  expect(git('status', '--porcelain')).toBe('')
  expect(readFileSync(join(place, 'CHANGELOG.md'), 'utf8')).toMatch(
    /^# Changelog\n\n## Unreleased\n\n## 99\.0\.0, \d{4}-\d\d-\d\d\n\n- It is new\.\n$/,
  )
  const folder = join(place, '.data/release/99.0.0')
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('- It is new.\n')
  const { components } = JSON.parse(readFileSync(join(folder, 'sbom.json'), 'utf8')) as { components: { name: string }[] }
  const names = components.map(({ name }) => name)
  for (const [name, is] of [
    ['pg-boss', true],
    ['prom-client', true],
    ['vitest', false],
    ['prisma', false],
  ] as const)
    expect([name, names.includes(name)]).toEqual([name, is])
  expect(readFileSync(join(folder, 'licences.md'), 'utf8')).toContain('| pg-boss |')
  expect(existsSync(join(place, 'node_modules'))).toBe(false)
  // Nothing is new any more.
  expect(release('99.0.1')).toMatchObject({ status: 2, stderr: 'CHANGELOG.md says nothing below “## Unreleased”.\n' })
})

it('every package that the image holds has a licence that is allowed', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Parameters<typeof licencesIn>[0] }
  const held = licencesIn(packages)
  expect(held.length).toBeGreaterThan(100)
  expect(held.filter((one) => !isAllowed(one))).toEqual([])
})

it.each([
  ['MIT', true],
  ['(GPL-3.0 OR MIT)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0', false],
  ['AGPL-3.0', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['unknown', false],
])('“%s” is allowed: %s', (licence, is) => {
  expect(isAllowed({ name: 'a', version: '1', licence })).toBe(is)
})

describe('a version', () => {
  it.each(['0.1.1', '0.2.0', '1.0.0', '0.10.0'])('%s may follow 0.1.0', (version) => expect(whyNoVersion(version, '0.1.0')).toBeUndefined())
  it.each(['0.1.0', '0.0.9', 'v1.0.0', '1.0', '1.0.0-beta', ''])('“%s” may not', (version) =>
    expect(whyNoVersion(version, '0.1.0')).toBeDefined(),
  )
})

it('what was released before is left as it is', () => {
  const told = changeNotes('# C\n\n## Unreleased\n\n- New.\n\n## 0.1.0, 2026-01-01\n\n- Old.\n', '0.2.0', '2026-02-03')
  expect(told).toEqual({
    kind: 'told',
    notes: '- New.\n',
    changelog: '# C\n\n## Unreleased\n\n## 0.2.0, 2026-02-03\n\n- New.\n\n## 0.1.0, 2026-01-01\n\n- Old.\n',
  })
  expect(changeNotes('# C\n', '0.2.0', '2026-02-03')).toMatchObject({ kind: 'refused' })
})
