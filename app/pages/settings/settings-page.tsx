import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Page } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { asGroup, ConditionGroup } from '#app/kit/rule-fields/condition-group.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { ShareField } from '#app/kit/share-field.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Bounds } from '#app/rules/bounds.ts'
import { PRODUCT_FACTS, type ProductFact } from '#app/rules/conditions/kinds.ts'
import type { Mention } from '#app/rules/mentions.ts'
import type { Fault } from '#app/rules/read-rule.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import { FreeDeliveryField } from './free-delivery-field.tsx'
import { NeverTogetherField } from './never-together-field.tsx'

export type SettingsAnswer = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

interface SettingsPageProps {
  readonly saved: Bounds
  readonly names: NamesInCatalog
  readonly titles: readonly Mention[]
}

/** What no slot ever holds. */
export function SettingsPage({ saved, names, titles: mentioned }: SettingsPageProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const [settings, setSettings] = useState(saved)
  const titles = useTitles(mentioned)
  const save = useFetcher<SettingsAnswer>()
  const faults = sayFaults(save.data?.kind === 'refused' ? save.data.faults : [], say)

  useEffect(() => {
    if (save.data?.kind === 'saved') shopify.toast.show(say('settings.saved'))
  }, [save.data, shopify, say])

  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <Page
        title={say('settings.title')}
        primaryAction={{
          content: say('settings.save'),
          loading: save.state !== 'idle',
          onAction: () => save.submit(JSON.stringify(settings), { method: 'put', encType: 'application/json' }),
        }}
      >
        <BlockStack gap="400">
          {faults.length > 0 && <Banner tone="critical" title={say('builder.refused')} />}
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
        </BlockStack>
      </Page>
    </BuilderProvider>
  )
}
