import { useRevalidator } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, Button, DropZone, InlineStack } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { DelimiterName } from '#app/rules/import/cells-of.ts'
import type { ChosenColumns } from '#app/rules/import/chosen-columns.ts'
import { writeChosen } from './chosen-query.ts'
import { CsvAnswerView, type CsvAnswer } from './csv-answer.tsx'
import { sendFile, type FileAnswer } from './send-file.ts'
import { Sending } from './sending.tsx'

/** A file of another app: how it was understood, what would be made of it, and only then the drafts. */
export function CsvCard() {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { revalidate } = useRevalidator()
  const [file, setFile] = useState<File>()
  const [chosen, setChosen] = useState<ChosenColumns>()
  /** What parts the columns; undefined where the file tells. */
  const [delimiter, setDelimiter] = useState<DelimiterName>()
  const [answer, setAnswer] = useState<CsvAnswer>()
  /** Undefined while nothing is on its way. */
  const [share, setShare] = useState<number>()
  const [refused, setRefused] = useState<Exclude<FileAnswer<CsvAnswer>['kind'], 'answered' | 'left'>>()
  const underWay = useRef<AbortController>(undefined)
  // Nobody waits for it any more once the page is gone.
  useEffect(() => () => underWay.current?.abort(), [])
  const isBusy = share !== undefined

  /** The file itself is the body: it is read as it arrives, however large. */
  async function send(body: File, { columns, by }: { columns?: ChosenColumns; by?: DelimiterName }, isMaking = false): Promise<void> {
    underWay.current?.abort()
    const { signal } = (underWay.current = new AbortController())
    setRefused(undefined)
    setShare(0)
    const query = columns ? writeChosen(columns) : new URLSearchParams()
    if (by) query.set('delimiter', by)
    if (isMaking) query.set('make', '1')
    const token = await shopify.idToken()
    const outcome = await sendFile<CsvAnswer>(`/app/import/csv?${query}`, body, { onSent: setShare, signal, token })
    if (underWay.current?.signal !== signal) return
    setShare(undefined)
    if (outcome.kind === 'answered') {
      setAnswer(outcome.answer)
      if (isMaking) revalidate()
    } else if (outcome.kind !== 'left') setRefused(outcome.kind)
  }

  function open([opened]: readonly File[]): void {
    if (!opened) return
    setFile(opened)
    setChosen(undefined)
    setDelimiter(undefined)
    setAnswer(undefined)
    void send(opened, {})
  }

  function choose(columns: ChosenColumns): void {
    setChosen(columns)
    if (file) void send(file, { columns, ...(delimiter && { by: delimiter }) })
  }

  function part(by: DelimiterName | undefined): void {
    setChosen(undefined)
    setDelimiter(by)
    if (file) void send(file, by ? { by } : {})
  }

  return (
    <TitledCard title={say('import.csv')} help={say('import.csv.help')}>
      <p>
        <a className="Polaris-Link" href="/tandem-pairs.csv" download>
          {say('import.csv.sample')}
        </a>
      </p>
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
        {refused && (
          <Banner tone="critical">
            {say(refused === 'too-large' || refused === 'failed' ? `import.csv.${refused}` : `refused.${refused}`)}
          </Banner>
        )}
        {isBusy && <Sending share={share} onStop={() => underWay.current?.abort()} />}
        {file && answer && (
          <CsvAnswerView
            answer={answer}
            name={file.name}
            isBusy={isBusy}
            delimiter={delimiter}
            onMake={() => void send(file, { ...(chosen && { columns: chosen }), ...(delimiter && { by: delimiter }) }, true)}
            onChoose={choose}
            onPart={part}
          />
        )}
      </div>
    </TitledCard>
  )
}
