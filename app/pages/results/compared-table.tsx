import { DataTable } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { Compared } from '#app/measure/boards/cross-sell-board.ts'
import { useFigureFormat } from '#app/kit/results/use-figure-format.ts'

/** Figures of both groups beside each other, each with how sure the difference is. */
export function ComparedTable({ rows }: { readonly rows: readonly Compared[] }) {
  const { say } = useWords()
  const format = useFigureFormat()
  return (
    <DataTable
      columnContentTypes={['text', 'numeric', 'numeric', 'numeric']}
      headings={[say('results.figure'), say('results.shown'), say('results.held-out'), say('results.difference')]}
      rows={rows.map(({ name, shown, heldOut, interval }) => [
        say(`results.figure.${name}`),
        format(name, shown),
        format(name, heldOut),
        say('results.between', { low: format(name, interval.low), high: format(name, interval.high) }),
      ])}
    />
  )
}
