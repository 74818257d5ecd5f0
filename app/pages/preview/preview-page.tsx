import { useSearchParams } from '@remix-run/react'
import { Card, Layout, Page, Text } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Mention } from '#app/rules/mentions.ts'
import { writePreviewRequest, type PreviewRequest } from './preview-request.ts'
import { PreviewResult } from './preview-result.tsx'
import { PreviewVisit } from './preview-visit.tsx'
import type { Preview } from './preview.ts'

interface PreviewPageProps {
  readonly asked: PreviewRequest
  /** The number of the version that the shop shows. */
  readonly live: number
  /** Null where no product was chosen, or where it is gone. */
  readonly preview: Preview | null
  readonly titles: readonly Mention[]
  /** In which the theme's block speaks. */
  readonly languages: readonly string[]
  /** Handles of the markets that are known. */
  readonly markets: readonly string[]
  /** The page's own address in Shopify's admin. */
  readonly page: string
}

const SETTLES_MS = 300

/** An imagined visit beside what the shop would show at it. The visit is the page's address. */
export function PreviewPage({ asked, live, preview, titles: mentioned, languages, markets, page }: PreviewPageProps) {
  const { say } = useWords()
  const [, setSearch] = useSearchParams()
  const [ask, setAsk] = useState(asked)
  const titles = useTitles(mentioned)
  const address = writePreviewRequest(ask).toString()
  const shown = useRef(address)
  useEffect(() => {
    if (shown.current === address) return
    const later = setTimeout(() => {
      shown.current = address
      setSearch(new URLSearchParams(address), { replace: true, preventScrollReset: true })
    }, SETTLES_MS)
    return () => clearTimeout(later)
  }, [address, setSearch])
  return (
    <BuilderProvider value={{ names: {}, ...titles, faultAt: () => false }}>
      <Page title={say('preview.title')} subtitle={say('preview.subtitle')}>
        <Layout>
          <Layout.Section variant="oneThird">
            <PreviewVisit ask={ask} live={live} languages={languages} markets={markets} link={`${page}?${address}`} onChange={setAsk} />
          </Layout.Section>
          <Layout.Section>
            <div aria-live="polite">
              {preview ? (
                <PreviewResult preview={preview} />
              ) : (
                <Card>
                  <Text as="p">{say(asked.product === null ? 'preview.choose' : 'preview.gone')}</Text>
                </Card>
              )}
            </div>
          </Layout.Section>
        </Layout>
      </Page>
    </BuilderProvider>
  )
}
