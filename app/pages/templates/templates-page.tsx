import { Badge, BlockStack, Box, Button, Page, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { ProposalPicture } from '#app/kit/proposals/proposal-picture.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { FillingView, TemplateView } from './template-view.ts'

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
          <LinedCard key={key} title={say(`templates.${key}`)} help={say(`templates.${key}.help`)}>
            {fillings.map((filling) => (
              <FilledRule key={filling.key} filling={filling} />
            ))}
          </LinedCard>
        ))}
        {missing.length > 0 && (
          <TitledCard title={say('templates.missing')}>
            {missing.map(({ key, missing: why }) => (
              <BlockStack key={key} gap="100">
                <Text as="h3" variant="headingSm">
                  {say(`templates.${key}`)}
                </Text>
                <Text as="p">{why}</Text>
              </BlockStack>
            ))}
          </TitledCard>
        )}
      </BlockStack>
    </Page>
  )
}

function FilledRule({ filling: { key, name, sentence, pages, picture, existing } }: { filling: FillingView }) {
  const { say, count } = useWords()
  const { send, isBusy, data } = useAction<TooMuch>('/app/templates')
  return (
    <BlockStack gap="300">
      <BadgedTitle title={name}>
        <Badge tone="info">{say(pages === 1 ? 'templates.page' : 'templates.pages', { pages: count(pages) })}</Badge>
      </BadgedTitle>
      <Text as="p">{sentence}</Text>
      <ProposalPicture picture={picture} />
      <TooMuchBanner answer={data} />
      <Box>
        {existing ? (
          <Button url={`/app/rules/${existing}`} accessibilityLabel={say('templates.existing.named', { name })}>
            {say('templates.existing')}
          </Button>
        ) : (
          <Button loading={isBusy} accessibilityLabel={say('templates.draft.named', { name })} onClick={() => send('post', { key })}>
            {say('templates.draft')}
          </Button>
        )}
      </Box>
    </BlockStack>
  )
}
