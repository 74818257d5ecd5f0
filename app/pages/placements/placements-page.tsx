import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Box, InlineStack, Page, Text } from '@shopify/polaris'
import { useState } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { usePlacements } from '#app/kit/plan.tsx'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { PAGE_BUDGET } from '#app/publish/blocks-in.ts'
import type { StandardState } from '#app/publish/standard/standard-switch.server.ts'
import type { Mention } from '#app/rules/mentions.ts'
import { mixAt, type Mix } from '#app/rules/mix.ts'
import type { Fault } from '#app/rules/read-rule.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import { editorLink } from './editor-links.ts'
import { Filler } from './filler.tsx'
import { PlacementCard } from './placement-card.tsx'
import type { Share } from './share.server.ts'
import { StandardCard } from './standard-card.tsx'
import { usePlaced } from './use-placed.ts'

export type PlacementsAnswer = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

interface PlacementsPageProps {
  readonly saved: Mix
  readonly shares: readonly Share[]
  readonly standard: readonly StandardState[]
  readonly names: NamesInCatalog
  /** The app's client id. */
  readonly appKey: string
  /** Templates of the theme that hold more blocks of ours than a page has room for, each with their number. */
  readonly crowded: readonly { readonly template: string; readonly blocks: number }[]
  readonly titles: readonly Mention[]
}

/** The mix: which slots stand where, and who fills each. */
export function PlacementsPage({ saved, shares, standard, names, appKey, crowded, titles: mentioned }: PlacementsPageProps) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const placements = usePlacements()
  const placed = usePlaced()
  const [mix, setMix] = useState(saved)
  const titles = useTitles(mentioned)
  const save = useFetcher<PlacementsAnswer>()
  const faults = sayFaults(save.data?.kind === 'refused' ? save.data.faults : [], say)
  useAnswer(save, ({ kind }) => kind === 'saved' && shopify.toast.show(say('settings.saved')), save.state === 'idle')

  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <Page
        title={say('placements.title')}
        subtitle={say('placements.subtitle')}
        primaryAction={{
          content: say('settings.save'),
          loading: save.state !== 'idle',
          onAction: () => save.submit(JSON.stringify(mix), { method: 'put', encType: 'application/json' }),
        }}
      >
        <BlockStack gap="400">
          {crowded.map(({ template, blocks }) => (
            <Banner key={template} tone="warning" title={say('placements.crowded', { template, blocks: count(blocks) })}>
              <p>{say('placements.crowded.help', { most: count(PAGE_BUDGET) })}</p>
            </Banner>
          ))}
          {faults.length > 0 && <Banner tone="critical" title={say('builder.refused')} />}
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <InlineStack gap="400">
              {(['merchant', 'machine', 'nobody'] as const).map((who) => (
                <InlineStack key={who} gap="150" blockAlign="center" wrap={false}>
                  <Filler who={who} />
                  <Text as="span" variant="bodySm">
                    {say(`placements.who.${who}`)}
                  </Text>
                </InlineStack>
              ))}
            </InlineStack>
          </Box>
          {placements.map((placement) => (
            <PlacementCard
              key={placement}
              placement={placement}
              mix={mixAt(mix, placement)}
              editorUrl={editorLink(placement, appKey)}
              isPlaced={placed?.has(placement)}
              shares={shares.filter((share) => share.placement === placement)}
              onChange={(changed) => setMix({ ...mix, [placement]: changed })}
            />
          ))}
          <StandardCard states={standard} />
        </BlockStack>
      </Page>
    </BuilderProvider>
  )
}
