import { Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { ListedVersion } from './listed-version.ts'

/** When a version was published, by whom and why, and how much it changed. */
export function VersionFacts({ version, timezone }: { version: ListedVersion; timezone: string }) {
  const { say, count, language } = useWords()
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }).format(
    new Date(version.at),
  )
  const figures = [say(version.rules === 1 ? 'history.rule' : 'history.rules', { rules: count(version.rules) })]
  if (version.changes !== null)
    figures.push(say(version.changes === 1 ? 'history.change' : 'history.changes', { changes: count(version.changes) }))
  if (version.pages !== null) figures.push(say(version.pages === 1 ? 'history.page' : 'history.pages', { pages: count(version.pages) }))
  if (version.restoredFrom !== null) figures.push(say('history.same-as', { number: count(version.restoredFrom) }))
  return (
    <>
      {version.why !== '' && <Text as="p">{version.why}</Text>}
      <Text as="p" tone="subdued">
        {say(`history.by.${version.by}`, { when })}
      </Text>
      <Text as="p" tone="subdued">
        {figures.join(' · ')}
      </Text>
    </>
  )
}
