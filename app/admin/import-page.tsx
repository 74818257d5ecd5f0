import { BlockStack, Layout, Page } from '@shopify/polaris'
import { ComplementsCard } from './complements-card.tsx'
import { CsvCard } from './csv-card.tsx'
import type { ImportView } from './import-view.ts'
import { useWords } from './words.tsx'

/** Brings over what the merchant has chosen elsewhere. `complements` is null where Shopify does not tell them. */
export function ImportPage({ complements }: { complements: ImportView | null }) {
  const { say } = useWords()
  return (
    <Page title={say('import.title')} subtitle={say('import.subtitle')} backAction={{ content: say('nav.rules'), url: '/app/rules' }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <ComplementsCard view={complements} />
            <CsvCard />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  )
}
