import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Button, Card, DropZone, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris'
import { useState } from 'react'
import type { BrokenCsv } from '#app/rules/import/csv-rows.ts'
import { CsvUnderstood, type CsvRead } from './csv-understood.tsx'
import { ImportExamples } from './import-examples.tsx'
import { ImportDone, MakeDrafts } from './make-drafts.tsx'
import { useWords } from './words.tsx'

export type CsvAnswer =
  | CsvRead
  | BrokenCsv
  | { readonly kind: 'not-understood'; readonly headers: readonly string[] }
  | { readonly kind: 'made'; readonly made: number }

/** A file of another app: how it was understood, what would be made of it, and only then the drafts. */
export function CsvCard() {
  const { say } = useWords()
  const shopify = useAppBridge()
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<CsvAnswer>()
  const [isBusy, setBusy] = useState(false)

  /** The file itself is the body: it is read as it arrives, however large. */
  async function send(chosen: File, query = ''): Promise<void> {
    setBusy(true)
    try {
      const response = await fetch(`/app/import/csv${query}`, { method: 'POST', body: chosen, headers: { 'content-type': 'text/csv' } })
      if (response.ok) setAnswer((await response.json()) as CsvAnswer)
      else shopify.toast.show(say(response.status === 413 ? 'import.csv.too-large' : 'import.csv.failed'), { isError: true })
    } catch {
      shopify.toast.show(say('import.csv.failed'), { isError: true })
    }
    setBusy(false)
  }

  function choose([chosen]: readonly File[]): void {
    if (!chosen) return
    setFile(chosen)
    setAnswer(undefined)
    void send(chosen)
  }

  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say('import.csv')}
        </Text>
        <Text as="p" tone="subdued">
          {say('import.csv.help')}
        </Text>
        {file && answer ? (
          <InlineStack>
            <Button onClick={() => setAnswer(undefined)}>{say('import.csv.again')}</Button>
          </InlineStack>
        ) : (
          <DropZone
            label={say('import.csv.choose')}
            labelHidden
            allowMultiple={false}
            variableHeight
            disabled={isBusy}
            onDropAccepted={choose}
          >
            <DropZone.FileUpload actionTitle={say('import.csv.choose')} />
          </DropZone>
        )}
        <div aria-live="polite">
          {isBusy && !answer && <SkeletonBodyText lines={3} />}
          {file && answer && <Answer answer={answer} name={file.name} isMaking={isBusy} onMake={() => void send(file, '?make')} />}
        </div>
      </BlockStack>
    </Card>
  )
}

interface AnswerProps {
  readonly answer: CsvAnswer
  readonly name: string
  readonly isMaking: boolean
  readonly onMake: () => void
}

function Answer({ answer, name, isMaking, onMake }: AnswerProps) {
  const { say, count } = useWords()
  switch (answer.kind) {
    case 'broken':
      return <Banner tone="critical">{say(`import.broken.${answer.why}`, { line: count(answer.line) })}</Banner>
    case 'not-understood':
      return (
        <Banner tone="critical" title={say('import.not-understood')}>
          <p>{say('import.not-understood.help', { headers: answer.headers.join(', ') })}</p>
        </Banner>
      )
    case 'made':
      return <ImportDone made={answer.made} />
    case 'read': {
      const { drafts, standing } = answer.view
      return (
        <BlockStack gap="400">
          <CsvUnderstood read={answer} name={name} />
          {drafts + standing === 0 && <Banner tone="warning">{say('import.none')}</Banner>}
          {standing > 0 && <Text as="p">{say('import.standing', { standing: count(standing) })}</Text>}
          {drafts > 0 && <ImportExamples view={answer.view} />}
          {drafts > 0 && <MakeDrafts drafts={drafts} isMaking={isMaking} onMake={onMake} />}
        </BlockStack>
      )
    }
  }
}
