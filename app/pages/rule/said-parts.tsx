import { Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { SaidPart } from './parts-of.ts'

/** What was understood of a sentence, by the model of that name where there is one; what was not is underlined. */
export function SaidParts({ parts, model }: { readonly parts: readonly SaidPart[]; readonly model?: string }) {
  const { say } = useWords()
  const how = parts.some(({ isUnknown }) => isUnknown) ? 'partly' : 'all'
  return (
    <Text as="p">
      {model === undefined ? say(`said.${how}`) : say(`said.model.${how}`, { model })}{' '}
      {parts.map(({ text, isUnknown }, at) => (isUnknown ? <u key={at}>{text}</u> : <span key={at}>{text}</span>))}
    </Text>
  )
}
