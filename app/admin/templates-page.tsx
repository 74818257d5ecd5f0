import { useFetcher } from '@remix-run/react'
import { Badge, BlockStack, Box, Button, Card, Divider, InlineStack, Page, Text } from '@shopify/polaris'
import { Fragment } from 'react'
import { ProposalPicture } from './proposal-picture.tsx'
import type { FillingView, TemplateView } from './template-view.ts'
import { useWords } from './words.tsx'

/** What many shops cross-sell, filled from this shop's own goods; what it has no goods for comes last, with the reason. */
export function TemplatesPage({ templates }: { templates: readonly TemplateView[] }) {
  const { say } = useWords()
  const [filled, missing] = [templates.filter((one) => one.missing === null), templates.filter((one) => one.missing !== null)]
  return (
    <Page
      title={say('templates.title')}
      subtitle={say('templates.subtitle')}
      backAction={{ content: say('rules.title'), url: '/app/rules' }}
      secondaryActions={[{ content: say('templates.blank'), url: '/app/rules/new' }]}
    >
      <BlockStack gap="400">
        {filled.map(({ key, fillings }) => (
          <Card key={key}>
            <BlockStack gap="400">
              <TemplateTitle of={key} />
              {fillings.map((filling, at) => (
                <Fragment key={filling.key}>
                  {at > 0 && <Divider />}
                  <FilledRule filling={filling} />
                </Fragment>
              ))}
            </BlockStack>
          </Card>
        ))}
        {missing.length > 0 && (
          <Card background="bg-surface-secondary">
            <BlockStack gap="400">
              <Text as="h2" variant="headingMd">
                {say('templates.missing')}
              </Text>
              {missing.map(({ key, missing: why }) => (
                <BlockStack key={key} gap="100">
                  <Text as="h3" variant="headingSm">
                    {say(`templates.${key}`)}
                  </Text>
                  <Text as="p">{why}</Text>
                </BlockStack>
              ))}
            </BlockStack>
          </Card>
        )}
      </BlockStack>
    </Page>
  )
}

function TemplateTitle({ of }: { of: string }) {
  const { say } = useWords()
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        {say(`templates.${of}`)}
      </Text>
      <Text as="p" tone="subdued">
        {say(`templates.${of}.help`)}
      </Text>
    </BlockStack>
  )
}

function FilledRule({ filling: { key, name, sentence, pages, picture, existing } }: { filling: FillingView }) {
  const { say, count } = useWords()
  const { submit, state } = useFetcher()
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        <Badge tone="info">{say(pages === 1 ? 'templates.page' : 'templates.pages', { pages: count(pages) })}</Badge>
      </InlineStack>
      <Text as="p">{sentence}</Text>
      <ProposalPicture picture={picture} />
      <Box>
        {existing ? (
          <Button url={`/app/rules/${existing}`} accessibilityLabel={say('templates.existing.named', { name })}>
            {say('templates.existing')}
          </Button>
        ) : (
          <Button
            loading={state !== 'idle'}
            accessibilityLabel={say('templates.draft.named', { name })}
            onClick={() => submit(JSON.stringify({ key }), { method: 'post', encType: 'application/json' })}
          >
            {say('templates.draft')}
          </Button>
        )}
      </Box>
    </BlockStack>
  )
}
