import { Badge, InlineStack, Link, Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

interface LiveLineProps {
  /** Product pages for which offers are published. */
  readonly pages: number
  /** Null where the theme could not be read. */
  readonly blockPlaced: boolean | null
  /** A page of the shop on which something is to be seen; null where there is none. */
  readonly pageUrl: string | null
}

/** Whether shoppers see offers, as far as it is known, and the way to where they do. */
export function LiveLine({ pages, blockPlaced, pageUrl }: LiveLineProps) {
  const { say, count } = useWords()
  if (pages === 0) return <Text as="p">{say('live.nothing')}</Text>
  if (blockPlaced === false) return <Badge tone="critical">{say('needs.block')}</Badge>
  return (
    <InlineStack gap="200" blockAlign="center">
      {blockPlaced && <Badge tone="success">{say(pages === 1 ? 'live.page' : 'live.pages', { pages: count(pages) })}</Badge>}
      {pageUrl && (
        <Link url={pageUrl} target="_blank">
          {say('live.view')}
        </Link>
      )}
    </InlineStack>
  )
}
