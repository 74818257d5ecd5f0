import { Banner, BlockStack } from '@shopify/polaris'
import { useAction } from '#app/kit/requests/use-action.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'

/** What was said to Tandem in the shop's name, and that Shopify itself gainsays; `at` is when it came. */
export interface GainsaidShown {
  readonly topic: string
  readonly at: string
}

/** Says loudly that somebody wants the app's data deleted though it is still installed, and lets the merchant decide; nothing where nobody does. */
export function GainsaidBanner({ gainsaid }: { gainsaid: readonly GainsaidShown[] }) {
  const { say } = useWords()
  const time = useTime()
  const { send, isBusy } = useAction('/app?index')
  const [first] = gainsaid
  if (!first) return null
  const keep = {
    content: say('gainsaid.keep'),
    loading: isBusy,
    onAction: () => send('delete'),
  }
  return (
    <Banner tone="critical" title={say('gainsaid.title')} action={keep}>
      <BlockStack gap="200">
        <p>{say(first.topic === 'shop/redact' ? 'gainsaid.forget' : 'gainsaid.removed', { time: time(first.at) })}</p>
        <p>{say('gainsaid.help')}</p>
      </BlockStack>
    </Banner>
  )
}
