import { Banner } from '@shopify/polaris'
import { useScopeChange } from './use-scope-change.ts'
import { useWords } from './use-words.tsx'

/** Says that nothing comes off until discounts may be made, and asks for that at a click. */
export function DiscountsAllowed({ isAllowed }: { isAllowed: boolean }) {
  const { say } = useWords()
  const { change, asking, failed } = useScopeChange()
  if (isAllowed) return null
  return (
    <Banner
      tone="warning"
      title={say('discount.not-allowed')}
      action={{
        content: say('discount.allow'),
        loading: asking !== undefined,
        onAction: () => change('request', 'write_discounts'),
      }}
    >
      <p>{say('discount.not-allowed.help')}</p>
      {failed && <p role="alert">{say('scope.failed')}</p>}
    </Banner>
  )
}
