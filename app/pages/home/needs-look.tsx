import { Banner } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

/** Says that active rules need a look, and leads there; nothing where none does. */
export function NeedsLook({ rules }: { rules: number }) {
  const { say, count } = useWords()
  if (rules === 0) return null
  return (
    <Banner
      tone="warning"
      title={say(rules === 1 ? 'lint.home.one' : 'lint.home', { rules: count(rules) })}
      action={{ content: say('lint.home.see'), url: '/app/findings' }}
    >
      <p>{say('lint.home.help')}</p>
    </Banner>
  )
}
