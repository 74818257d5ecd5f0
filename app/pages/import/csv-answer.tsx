import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { useState } from 'react'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { DelimiterName } from '#app/rules/import/cells-of.ts'
import type { ChosenColumns } from '#app/rules/import/chosen-columns.ts'
import type { BrokenCsv } from '#app/rules/import/csv-rows.ts'
import type { PairingsReading } from '#app/rules/import/read-pairings.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { ChooseColumns } from './choose-columns.tsx'
import { CsvUnderstood, type CsvRead } from './csv-understood.tsx'
import { ImportExamples } from './import-examples.tsx'
import type { Made } from './imported.ts'
import { ImportDone, MakeDrafts } from './make-drafts.tsx'

export type CsvAnswer = CsvRead | BrokenCsv | Extract<PairingsReading, { kind: 'not-understood' }> | Made | TooMuch

interface CsvAnswerProps {
  readonly answer: CsvAnswer
  readonly name: string
  readonly isBusy: boolean
  /** What was said that parts the columns; undefined where the file tells. */
  readonly delimiter: DelimiterName | undefined
  onMake(): void
  onChoose(chosen: ChosenColumns): void
  onPart(delimiter: DelimiterName | undefined): void
}

/** What became of a file: drafts, or what would be made of it, or why nothing can be. */
export function CsvAnswerView({ answer, name, isBusy, delimiter, onMake, onChoose, onPart }: CsvAnswerProps) {
  const { say, count } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  const choosing = { isBusy, delimiter, onChoose, onPart }
  switch (answer.kind) {
    case 'broken':
      return <Banner tone="critical">{say(`import.broken.${answer.why}`, { line: count(answer.line) })}</Banner>
    case 'not-understood': {
      const { first } = answer
      return (
        <BlockStack gap="400">
          <Banner tone="warning" title={say('import.not-understood')}>
            <p>{say(first.length > 0 ? 'import.not-understood.choose' : 'import.not-understood.empty')}</p>
          </Banner>
          {first.length > 0 && <ChooseColumns key={JSON.stringify(first)} first={first} understood={undefined} {...choosing} />}
        </BlockStack>
      )
    }
    case 'too-much':
      return <TooMuchBanner answer={answer} />
    case 'made':
      return <ImportDone {...answer} />
    case 'read': {
      const { drafts, standing } = answer.view
      return (
        <BlockStack gap="400">
          <CsvUnderstood read={answer} name={name} />
          {isChoosing ? (
            <ChooseColumns key={JSON.stringify(answer.first)} first={answer.first} understood={answer.understood} {...choosing} />
          ) : (
            <InlineStack>
              <Button variant="plain" onClick={() => setChoosing(true)}>
                {say('import.columns.other')}
              </Button>
            </InlineStack>
          )}
          {drafts + standing === 0 && <Banner tone="warning">{say('import.none')}</Banner>}
          {standing > 0 && <Text as="p">{say('import.standing', { standing: count(standing) })}</Text>}
          {drafts > 0 && <ImportExamples view={answer.view} />}
          {drafts > 0 && <MakeDrafts drafts={drafts} isMaking={isBusy} onMake={onMake} />}
        </BlockStack>
      )
    }
  }
}
