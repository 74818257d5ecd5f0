import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Page } from '@shopify/polaris'
import { useCallback, useState } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { asGroup, ConditionGroup } from '#app/kit/rule-fields/condition-group.tsx'
import { isUnfilled } from '#app/kit/rule-fields/unfilled.ts'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { MeanwhileBanner } from '#app/kit/requests/meanwhile-banner.tsx'
import { NotSavedBanner } from '#app/kit/requests/not-saved-banner.tsx'
import { useSend } from '#app/kit/requests/use-send.ts'
import { ShareField } from '#app/kit/share-field.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { UnsavedBar } from '#app/kit/unsaved-bar.tsx'
import { forgetDraft, useDraft, type Draft } from '#app/kit/use-draft.ts'
import { useMayLeave } from '#app/kit/use-may-leave.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Bounds } from '#app/rules/bounds.ts'
import { PRODUCT_FACTS, type ProductFact } from '#app/rules/conditions/kinds.ts'
import type { Mention } from '#app/rules/mentions.ts'
import type { Fault } from '#app/rules/read-rule.ts'
import { readSettings } from '#app/rules/settings.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import { FreeDeliveryField } from './free-delivery-field.tsx'
import type { Measuring } from './load-measuring.server.ts'
import { MeasuringCard } from './measuring-card.tsx'
import { NeverTogetherField } from './never-together-field.tsx'
import { useMeasuring } from './use-measuring.ts'

export type SettingsAnswer =
  | { readonly kind: 'saved'; readonly settings: Bounds }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /** `did` says in words what another made of them. */
  | { readonly kind: 'changed-meanwhile'; readonly standing: Bounds; readonly did: readonly string[] }

interface SettingsPageProps {
  readonly saved: Bounds
  /** The shop's domain. */
  readonly shop: string
  readonly names: NamesInCatalog
  readonly titles: readonly Mention[]
  /** Null before anything is measured. */
  readonly measuring: Measuring | null
}

/** What no slot ever holds, and how the shop is measured. */
export function SettingsPage({ saved, shop, names, titles: mentioned, measuring }: SettingsPageProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const [draft, setDraft] = useState<Draft<Bounds>>({ was: saved, is: saved })
  // Counts up whenever the fields are to be drawn anew from the settings.
  const [drawn, setDrawn] = useState(0)
  const { is: settings } = draft
  const setSettings = (is: Bounds) => setDraft({ was: draft.was, is })
  const put = useCallback((next: Draft<Bounds>) => {
    setDraft(next)
    setDrawn((before) => before + 1)
  }, [])
  const read = readSettings(settings)
  const isUnsaved = !isSame(read.kind === 'settings' ? read.settings : settings, draft.was)
  const titles = useTitles(mentioned)
  const name = `${shop}/settings`
  const measure = useMeasuring(measuring, shop)
  const forgetMeasuring = measure.forget
  useMayLeave(
    isUnsaved || measure.isUnsaved,
    useCallback(() => {
      forgetDraft(name)
      forgetMeasuring()
    }, [name, forgetMeasuring]),
  )
  useDraft(name, isUnsaved ? draft : undefined, put)
  const save = useSend<SettingsAnswer>('/app/settings', (answer) => {
    if (answer.kind !== 'saved') return
    setDraft({ was: answer.settings, is: settings })
    shopify.toast.show(say('settings.saved'))
  })
  const refused = save.answer?.kind === 'refused'
  const found = read.kind === 'refused' ? read.faults : []
  const faults = sayFaults(refused ? found : found.filter((fault) => !isUnfilled(fault)), say)
  const submit = (was = draft.was) => save.send('put', { was: was ?? saved, is: settings })
  // Each is saved by itself: how the shop is measured waits for no publishing.
  const submitAll = () => {
    measure.save()
    if (isUnsaved || !measure.isUnsaved) submit()
  }
  const isBusy = save.isBusy || measure.isBusy
  const meanwhile = save.answer?.kind === 'changed-meanwhile' ? save.answer : undefined
  const takeTheirs = (standing: Bounds) => {
    save.forget()
    put({ was: standing, is: standing })
  }

  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <UnsavedBar
        isUnsaved={isUnsaved || measure.isUnsaved}
        isBusy={isBusy}
        onSave={submitAll}
        onDiscard={() => {
          put({ was: draft.was, is: draft.was ?? saved })
          measure.discard()
        }}
      />
      <Page title={say('settings.title')} primaryAction={{ content: say('settings.save'), loading: isBusy, onAction: submitAll }}>
        <BlockStack gap="400" key={drawn}>
          <NotSavedBanner refused={save.refused} again={save.again} />
          <NotSavedBanner refused={measure.refused} again={measure.again} />
          {meanwhile && (
            <MeanwhileBanner
              did={meanwhile.did}
              onKeepMine={() => submit(meanwhile.standing)}
              onTakeTheirs={() => takeTheirs(meanwhile.standing)}
            />
          )}
          {refused && faults.length > 0 && <Banner tone="critical" title={say('builder.refused')} />}
          <TitledCard title={say('settings.exclusion')} help={say('settings.exclusion.help')}>
            <ConditionGroup<ProductFact>
              kinds={PRODUCT_FACTS}
              group={settings.exclusion === null ? { kind: 'any', of: [] } : asGroup(settings.exclusion)}
              path="exclusion"
              onChange={(exclusion) => setSettings({ ...settings, exclusion: exclusion.of.length === 0 ? null : exclusion })}
            />
          </TitledCard>
          <TitledCard title={say('settings.never-together')} help={say('settings.never-together.help')}>
            <NeverTogetherField
              pairs={settings.neverTogether}
              path="neverTogether"
              onChange={(neverTogether) => setSettings({ ...settings, neverTogether })}
            />
          </TitledCard>
          <TitledCard title={say('settings.floor')} help={say('settings.floor.help')}>
            <ShareField
              label={say('settings.floor.label')}
              share={settings.floor}
              fault={faults.find(({ path }) => path === 'floor')?.message ?? false}
              onChange={(floor) => setSettings({ ...settings, floor })}
            />
          </TitledCard>
          <TitledCard title={say('settings.free-delivery')} help={say('settings.free-delivery.help')}>
            <FreeDeliveryField
              stated={settings.freeDelivery ?? []}
              path="freeDelivery"
              onChange={(freeDelivery) => setSettings({ ...settings, freeDelivery: freeDelivery.length > 0 ? freeDelivery : undefined })}
            />
          </TitledCard>
          <MeasuringCard measuring={measuring} chosen={measure.chosen} onChoose={measure.choose} />
        </BlockStack>
      </Page>
    </BuilderProvider>
  )
}
