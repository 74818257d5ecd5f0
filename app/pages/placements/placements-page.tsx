import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Box, InlineStack, Page, Text } from '@shopify/polaris'
import { useCallback, useState } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { usePlacements } from '#app/kit/plan.tsx'
import { MeanwhileBanner } from '#app/kit/requests/meanwhile-banner.tsx'
import { NotSavedBanner } from '#app/kit/requests/not-saved-banner.tsx'
import { useSend } from '#app/kit/requests/use-send.ts'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { UnsavedBar } from '#app/kit/unsaved-bar.tsx'
import { forgetDraft, useDraft, type Draft } from '#app/kit/use-draft.ts'
import { useMayLeave } from '#app/kit/use-may-leave.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { PAGE_BUDGET } from '#app/publish/blocks-in.ts'
import type { StandardState } from '#app/publish/standard/standard-switch.server.ts'
import type { Mention } from '#app/rules/mentions.ts'
import { mixAt, onlyDecided, type Mix } from '#app/rules/mix.ts'
import type { Fault } from '#app/rules/read-rule.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import { placeLink } from './where-placed.ts'
import { Filler } from './filler.tsx'
import { PlacementCard } from './placement-card.tsx'
import type { Share } from './share.server.ts'
import { StandardCard } from './standard-card.tsx'
import { usePlaced } from './use-placed.ts'

export type PlacementsAnswer =
  | { readonly kind: 'saved'; readonly mix: Mix }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /** `did` says in words what another made of it. */
  | { readonly kind: 'changed-meanwhile'; readonly standing: Mix; readonly did: readonly string[] }

interface PlacementsPageProps {
  readonly saved: Mix
  /** The shop's domain. */
  readonly shop: string
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
export function PlacementsPage({ saved, shop, shares, standard, names, appKey, crowded, titles: mentioned }: PlacementsPageProps) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const placements = usePlacements()
  const placed = usePlaced()
  const [draft, setDraft] = useState<Draft<Mix>>({ was: saved, is: saved })
  // Counts up whenever the fields are to be drawn anew from the mix.
  const [drawn, setDrawn] = useState(0)
  const { is: mix } = draft
  const put = useCallback((next: Draft<Mix>) => {
    setDraft(next)
    setDrawn((before) => before + 1)
  }, [])
  const isUnsaved = !isSame(onlyDecided(mix), draft.was)
  const titles = useTitles(mentioned)
  const name = `${shop}/placements`
  useMayLeave(
    isUnsaved,
    useCallback(() => forgetDraft(name), [name]),
  )
  useDraft(name, isUnsaved ? draft : undefined, put)
  const save = useSend<PlacementsAnswer>('/app/placements', (answer) => {
    if (answer.kind !== 'saved') return
    setDraft({ was: answer.mix, is: mix })
    shopify.toast.show(say('settings.saved'))
  })
  const faults = sayFaults(save.answer?.kind === 'refused' ? save.answer.faults : [], say)
  const meanwhile = save.answer?.kind === 'changed-meanwhile' ? save.answer : undefined
  const submit = (was = draft.was) => save.send('put', { was: was ?? saved, is: mix })
  const takeTheirs = (standing: Mix) => {
    save.forget()
    put({ was: standing, is: standing })
  }

  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <UnsavedBar
        isUnsaved={isUnsaved}
        isBusy={save.isBusy}
        onSave={() => submit()}
        onDiscard={() => put({ was: draft.was, is: draft.was ?? saved })}
      />
      <Page
        title={say('placements.title')}
        subtitle={say('placements.subtitle')}
        primaryAction={{
          content: say('settings.save'),
          loading: save.isBusy,
          onAction: () => submit(),
        }}
      >
        <BlockStack gap="400">
          {crowded.map(({ template, blocks }) => (
            <Banner key={template} tone="warning" title={say('placements.crowded', { template, blocks: count(blocks) })}>
              <p>{say('placements.crowded.help', { most: count(PAGE_BUDGET) })}</p>
            </Banner>
          ))}
          {faults.length > 0 && <Banner tone="critical" title={say('builder.refused')} />}
          <NotSavedBanner refused={save.refused} again={save.again} />
          {meanwhile && (
            <MeanwhileBanner
              did={meanwhile.did}
              onKeepMine={() => submit(meanwhile.standing)}
              onTakeTheirs={() => takeTheirs(meanwhile.standing)}
            />
          )}
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
              key={`${placement} ${drawn}`}
              placement={placement}
              mix={mixAt(mix, placement)}
              editorUrl={placeLink(placement, appKey)}
              isPlaced={placed?.has(placement)}
              shares={shares.filter((share) => share.placement === placement)}
              onChange={(changed) => setDraft({ was: draft.was, is: { ...mix, [placement]: changed } })}
            />
          ))}
          <StandardCard states={standard} />
        </BlockStack>
      </Page>
    </BuilderProvider>
  )
}
