import { ChoiceList } from '@shopify/polaris'
import { EVERY_PLACEMENT, PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import { useWords } from './words.tsx'

interface AtFieldProps {
  /** Nothing stands for every placement that is about products. */
  readonly at: readonly Placement[] | undefined
  onChange(at: readonly Placement[] | undefined): void
}

const BY_ITSELF = EVERY_PLACEMENT.filter((placement) => PLACEMENTS[placement].about !== 'shop')

/** For which placements a rule speaks. */
export function AtField({ at, onChange }: AtFieldProps) {
  const { say } = useWords()
  return (
    <ChoiceList
      allowMultiple
      title={say('builder.at')}
      choices={EVERY_PLACEMENT.map((placement) => ({ value: placement, label: say(`placement.${placement}`) }))}
      selected={[...(at ?? BY_ITSELF)]}
      onChange={(chosen) => {
        const next = EVERY_PLACEMENT.filter((placement) => chosen.includes(placement))
        if (next.length > 0) onChange(next.join() === BY_ITSELF.join() ? undefined : next)
      }}
    />
  )
}
