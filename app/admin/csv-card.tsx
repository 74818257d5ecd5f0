import { useRevalidator } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Button, DropZone, InlineStack, SkeletonBodyText } from '@shopify/polaris'
import { useState } from 'react'
import type { ChosenColumns } from '#app/rules/import/chosen-columns.ts'
import { writeChosen } from './chosen-query.ts'
import { CsvAnswerView, type CsvAnswer } from './csv-answer.tsx'
import { TitledCard } from './titled-card.tsx'
import { useWords } from './words.tsx'

/** A file of another app: how it was understood, what would be made of it, and only then the drafts. */
export function CsvCard() {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { revalidate } = useRevalidator()
  const [file, setFile] = useState<File>()
  const [chosen, setChosen] = useState<ChosenColumns>()
  const [answer, setAnswer] = useState<CsvAnswer>()
  const [isBusy, setBusy] = useState(false)

  /** The file itself is the body: it is read as it arrives, however large. */
  async function send(body: File, columns: ChosenColumns | undefined, isMaking = false): Promise<void> {
    setBusy(true)
    const query = columns ? writeChosen(columns) : new URLSearchParams()
    if (isMaking) query.set('make', '1')
    try {
      const response = await fetch(`/app/import/csv?${query}`, { method: 'POST', body, headers: { 'content-type': 'text/csv' } })
      if (response.ok) {
        setAnswer((await response.json()) as CsvAnswer)
        if (isMaking) revalidate()
      } else shopify.toast.show(say(response.status === 413 ? 'import.csv.too-large' : 'import.csv.failed'), { isError: true })
    } catch {
      shopify.toast.show(say('import.csv.failed'), { isError: true })
    }
    setBusy(false)
  }

  function open([opened]: readonly File[]): void {
    if (!opened) return
    setFile(opened)
    setChosen(undefined)
    setAnswer(undefined)
    void send(opened, undefined)
  }

  function choose(columns: ChosenColumns): void {
    setChosen(columns)
    if (file) void send(file, columns)
  }

  return (
    <TitledCard title={say('import.csv')} help={say('import.csv.help')}>
      {file && answer ? (
        <InlineStack>
          <Button onClick={() => setAnswer(undefined)}>{say('import.csv.again')}</Button>
        </InlineStack>
      ) : (
        <DropZone label={say('import.csv.choose')} labelHidden allowMultiple={false} variableHeight disabled={isBusy} onDropAccepted={open}>
          <DropZone.FileUpload actionTitle={say('import.csv.choose')} />
        </DropZone>
      )}
      <div aria-live="polite">
        {isBusy && !answer && <SkeletonBodyText lines={3} />}
        {file && answer && (
          <CsvAnswerView answer={answer} name={file.name} isBusy={isBusy} onMake={() => void send(file, chosen, true)} onChoose={choose} />
        )}
      </div>
    </TitledCard>
  )
}
