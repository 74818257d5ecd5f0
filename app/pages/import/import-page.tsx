import { BlockStack, Layout, Page } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import { ComplementsCard } from './complements-card.tsx'
import { CsvCard } from './csv-card.tsx'
import type { ImportView } from './import-view.ts'
import type { ListedImport } from './imported.ts'
import { ImportsCard } from './imports-card.tsx'

interface ImportPageProps {
  /** Null where Shopify does not tell them. */
  readonly complements: ImportView | null
  /** What can be taken back. */
  readonly imports: readonly ListedImport[]
}

/** Brings over what the merchant has chosen elsewhere. */
export function ImportPage({ complements, imports }: ImportPageProps) {
  const { say } = useWords()
  return (
    <Page title={say('import.title')} subtitle={say('import.subtitle')} backAction={{ content: say('nav.rules'), url: '/app/rules' }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <CsvCard />
            <ComplementsCard view={complements} />
            <ImportsCard imports={imports} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  )
}
