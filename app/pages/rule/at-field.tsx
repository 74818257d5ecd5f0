import { ChoiceList } from '@shopify/polaris'
import { EVERY_PLACEMENT, type Placement } from '#app/commerce/placement.ts'
import { usePlacements } from '#app/kit/plan.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { speaksByDefault, speaksFor, type Rule } from '#app/rules/rule.ts'

interface AtFieldProps {
  /** Nothing stands for every placement for which a rule speaks by itself. */
  readonly at: readonly Placement[] | undefined
  readonly offer: Rule['offer']
  onChange(at: readonly Placement[] | undefined): void
}

const BY_ITSELF = EVERY_PLACEMENT.filter(speaksByDefault)

/** For which placements a rule speaks: of a swap and a gift, carts alone can be chosen. */
export function AtField({ at, offer, onChange }: AtFieldProps) {
  const { say } = useWords()
  const shown = usePlacements(at).filter((placement) => speaksFor({ at: [placement], offer }, placement))
  return (
    <ChoiceList
      allowMultiple
      title={say('builder.at')}
      choices={shown.map((placement) => ({ value: placement, label: say(`placement.${placement}`) }))}
      selected={[...(at ?? BY_ITSELF)]}
      onChange={(chosen) => {
        const isHidden = (placement: Placement) => !shown.includes(placement)
        const next = EVERY_PLACEMENT.filter((placement) => chosen.includes(placement) && !isHidden(placement))
        const isBothSame = [...next, ...BY_ITSELF.filter(isHidden)].toSorted().join() === BY_ITSELF.toSorted().join()
        if (next.length > 0) onChange(isBothSame ? undefined : next)
      }}
    />
  )
}
