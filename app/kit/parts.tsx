import { useSearchParams } from '@remix-run/react'
import { BlockStack, Pagination } from '@shopify/polaris'
import { useWords } from './use-words.tsx'
import { withQuery } from './with-query.ts'

/** Leads through the parts of a long list, by `page` in the address; nothing where there is but one. */
export function Parts({ part, parts }: { part: number; parts: number }) {
  const { say, count } = useWords()
  const [, setSearch] = useSearchParams()
  if (parts < 2) return null
  const go = (to: number) => setSearch((before) => withQuery(before, { page: String(to) }))
  return (
    <BlockStack inlineAlign="center">
      <Pagination
        label={say('products.page', { page: count(part), pages: count(parts) })}
        hasPrevious={part > 1}
        hasNext={part < parts}
        onPrevious={() => go(part - 1)}
        onNext={() => go(part + 1)}
      />
    </BlockStack>
  )
}
