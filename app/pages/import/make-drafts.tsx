import { Banner, Button, InlineStack } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { Made } from './imported.ts'
import { useTakeBack } from './use-take-back.ts'

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

/** What was made, where it waits, and the way back. */
export function ImportDone({ made, imported }: Made) {
  const { say, count } = useWords()
  const { takeBack, told } = useTakeBack()
  if (told) return <Banner tone="info" title={told} />
  return (
    <Banner
      tone="success"
      title={say(made === 1 ? 'import.made-one' : 'import.made', { drafts: count(made) })}
      action={{ content: say('import.made.look'), url: '/app/rules?show=draft' }}
      {...(imported && { secondaryAction: { content: say('import.take-back'), onAction: () => takeBack(imported) } })}
    >
      <p>{say('import.made.help')}</p>
    </Banner>
  )
}
