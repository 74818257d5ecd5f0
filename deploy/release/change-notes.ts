const UNRELEASED = '## Unreleased'

/** What becomes of the changelog, and what of it the release tells. */
export type Notes =
  { readonly kind: 'told'; readonly changelog: string; readonly notes: string } | { readonly kind: 'refused'; readonly why: string }

/** What was not released yet is of this version from now on. `day` as `2026-11-29`. */
export function changeNotes(changelog: string, version: string, day: string): Notes {
  const [before, after] = changelog.split(`${UNRELEASED}\n`)
  if (before === undefined || after === undefined) return { kind: 'refused', why: `CHANGELOG.md has no “${UNRELEASED}”.` }
  const end = after.search(/^## /m)
  const notes = (end < 0 ? after : after.slice(0, end)).trim()
  if (notes === '') return { kind: 'refused', why: `CHANGELOG.md says nothing below “${UNRELEASED}”.` }
  return { kind: 'told', changelog: `${before}${UNRELEASED}\n\n## ${version}, ${day}\n${after}`, notes: `${notes}\n` }
}

/** Why a version cannot follow another; undefined where it can. */
export function whyNoVersion(version: string, last: string): string | undefined {
  const [next, before] = [version, last].map((text) => /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number))
  if (!next || !before) return `“${version}” is no version. It is called so: npm run release -- 0.2.0`
  const at = next.findIndex((number, place) => number !== before[place])
  return at >= 0 && next[at]! > before[at]! ? undefined : `${version} does not come after ${last}.`
}
