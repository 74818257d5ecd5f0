import { Banner, Button, InlineStack } from '@shopify/polaris'
import { useWords } from './words.tsx'

interface MakeDraftsProps {
  readonly drafts: number
  readonly isMaking: boolean
  readonly onMake: () => void
}

export function MakeDrafts({ drafts, isMaking, onMake }: MakeDraftsProps) {
  const { say, count } = useWords()
  return (
    <InlineStack>
      <Button variant="primary" loading={isMaking} onClick={onMake}>
        {say(drafts === 1 ? 'import.make-one' : 'import.make', { drafts: count(drafts) })}
      </Button>
    </InlineStack>
  )
}

/** What was made, and where it waits. */
export function ImportDone({ made }: { made: number }) {
  const { say, count } = useWords()
  return (
    <Banner
      tone="success"
      title={say(made === 1 ? 'import.made-one' : 'import.made', { drafts: count(made) })}
      action={{ content: say('import.made.look'), url: '/app/rules?show=draft' }}
    >
      <p>{say('import.made.help')}</p>
    </Banner>
  )
}
