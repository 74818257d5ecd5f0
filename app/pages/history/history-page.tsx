import { Badge, BlockStack, Box, Card, InlineStack, Link, Page, ResourceItem, ResourceList, Text } from '@shopify/polaris'
import type { ListedVersion } from '#app/kit/changes/listed-version.ts'
import { VersionFacts } from '#app/kit/changes/version-facts.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { Parts } from '#app/kit/parts.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'

interface HistoryPageProps {
  readonly versions: readonly ListedVersion[]
  readonly part: number
  readonly parts: number
  /** The shop's own, such as `Europe/Berlin`. */
  readonly timezone: string
  /** A page of the shop on which offers are to be seen; null where there is none. */
  readonly pageUrl: string | null
}

/** Everything that was ever published, newest first. */
export function HistoryPage({ versions, part, parts, timezone, pageUrl }: HistoryPageProps) {
  const { say, count, language } = useWords()
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone })
  const live = versions.find((version) => version.live)
  return (
    <Page title={say('history.title')} subtitle={say('history.subtitle')}>
      <BlockStack gap="400">
        <WaitingBanner />
        {live && (
          <Card>
            <InlineStack gap="300" blockAlign="center">
              <Badge tone="success">{say('history.live-since', { when: since.format(new Date(live.at)) })}</Badge>
              {pageUrl && (
                <Link url={pageUrl} target="_blank">
                  {say('live.view')}
                </Link>
              )}
            </InlineStack>
          </Card>
        )}
        <Card padding="0">
          {versions.length === 0 ? (
            <NothingYet heading={say('history.none')} action={{ content: say('rules.title'), url: '/app/rules' }}>
              <p>{say('history.none.help')}</p>
            </NothingYet>
          ) : (
            <ResourceList
              resourceName={{ singular: say('history.one'), plural: say('history.many') }}
              items={[...versions]}
              renderItem={(version) => (
                <ResourceItem
                  id={String(version.number)}
                  url={`/app/history/${version.number}`}
                  accessibilityLabel={say('history.open', { number: count(version.number) })}
                >
                  <BlockStack gap="100">
                    <InlineStack gap="200" blockAlign="center">
                      <Text as="h2" variant="bodyMd" fontWeight="semibold">
                        {say('history.version', { number: count(version.number) })}
                      </Text>
                      {version.live && <Badge tone="success">{say('history.live')}</Badge>}
                    </InlineStack>
                    <VersionFacts version={version} timezone={timezone} />
                  </BlockStack>
                </ResourceItem>
              )}
            />
          )}
          {parts > 1 && (
            <Box padding="300">
              <Parts part={part} parts={parts} />
            </Box>
          )}
        </Card>
      </BlockStack>
    </Page>
  )
}
