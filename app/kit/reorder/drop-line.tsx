import { Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { Reorder } from './use-reorder.ts'

/** Shows where the row that is held would come to stand, and says it. */
export function DropLine({ order: { held, count, line } }: { order: Reorder }) {
  const words = useWords()
  const y = line()
  return (
    <>
      {y !== undefined && (
        <div
          style={{
            position: 'fixed',
            insetInline: '1rem',
            top: y - 1,
            height: 2,
            zIndex: 100,
            pointerEvents: 'none',
            background: 'currentColor',
          }}
        />
      )}
      <Text as="span" visuallyHidden>
        <span aria-live="assertive">{held && words.say('reorder.place', { place: words.count(held.to + 1), of: words.count(count) })}</span>
      </Text>
    </>
  )
}
