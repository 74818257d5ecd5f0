import { Text } from '@shopify/polaris'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { ImportExamples } from './import-examples.tsx'
import type { ImportView } from './import-view.ts'
import type { Made } from './imported.ts'
import { ImportDone, MakeDrafts } from './make-drafts.tsx'

/** What Search & Discovery pairs, to be brought over as drafts. */
export function ComplementsCard({ view }: { view: ImportView | null }) {
  const { say, count } = useWords()
  const make = useAction<Made | TooMuch>('/app/import?index')
  const state = stateOf(view)
  return (
    <TitledCard title={say('import.discovery')}>
      {make.data?.kind === 'made' ? (
        <ImportDone {...make.data} />
      ) : (
        <>
          <Text as="p">
            {say(`import.discovery.${state}`, { pairings: count(view?.drafts ?? 0), standing: count(view?.standing ?? 0) })}
          </Text>
          {view && view.drafts > 0 && (
            <>
              <Text as="p" tone="subdued">
                {say('import.discovery.help')}
              </Text>
              {view.standing > 0 && <Text as="p">{say('import.standing', { standing: count(view.standing) })}</Text>}
              <ImportExamples view={view} />
              <TooMuchBanner answer={make.data} />
              <MakeDrafts drafts={view.drafts} isMaking={make.isBusy} onMake={() => make.send('post')} />
            </>
          )}
        </>
      )}
    </TitledCard>
  )
}

function stateOf(view: ImportView | null): 'unread' | 'none' | 'all' | 'found' | 'found-one' {
  if (!view) return 'unread'
  if (view.drafts === 0) return view.standing === 0 ? 'none' : 'all'
  return view.drafts === 1 ? 'found-one' : 'found'
}
