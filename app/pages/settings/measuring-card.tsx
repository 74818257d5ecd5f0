import { Checkbox, Select, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { SHARE_CHOICES, type MeasuringChoice } from '#app/measure/arms/share-choices.ts'
import type { Measuring } from './load-measuring.server.ts'

interface MeasuringCardProps {
  /** Null before anything was published. */
  readonly measuring: Measuring | null
  readonly chosen: MeasuringChoice
  onChoose(part: Partial<MeasuringChoice>): void
}

const OURS = 'ours'

/** How many visitors see no offers so that the others can be compared with them, and what that costs in knowledge. */
export function MeasuringCard({ measuring, chosen, onChoose }: MeasuringCardProps) {
  const { say } = useWords()
  const { percent } = useFigures()
  return (
    <div id="measuring">
      <TitledCard title={say('measuring.title')} help={say('measuring.help')}>
        {measuring ? (
          <>
            <Select
              label={say('measuring.share')}
              value={chosen.ownShare === null ? OURS : String(chosen.ownShare)}
              options={[
                { value: OURS, label: say('measuring.share.ours', { share: percent(measuring.ours) }) },
                ...SHARE_CHOICES.map((share) => ({
                  value: String(share),
                  label: share === 0 ? say('measuring.share.none') : say('measuring.share.of', { share: percent(share) }),
                })),
              ]}
              onChange={(value) => onChoose({ ownShare: value === OURS ? null : Number(value) })}
            />
            <Cost measuring={measuring} share={chosen.ownShare ?? measuring.ours} />
            <Checkbox
              label={say('measuring.may-pause')}
              helpText={say('measuring.may-pause.help')}
              checked={chosen.mayPause}
              onChange={(mayPause) => onChoose({ mayPause })}
            />
          </>
        ) : (
          <Text as="p">{say('measuring.not-yet')}</Text>
        )}
      </TitledCard>
    </div>
  )
}

/** What this share lets the shop know, and beside it a larger one. */
function Cost({ measuring: { costs, days }, share }: { readonly measuring: Measuring; readonly share: number }) {
  const { say, money, count } = useWords()
  const { percent } = useFigures()
  const cost = costs.find((one) => one.share === share)
  if (share === 0) return <Text as="p">{say('measuring.cost.none')}</Text>
  if (!cost || cost.effect === null) return <Text as="p">{say('measuring.cost.unknown', { days: count(days) })}</Text>
  const sized = (effect: number, lift: number | null) => (lift === null ? money(effect) : `+${percent(lift)}`)
  const larger = costs.filter((one) => one.share > share && one.effect !== null && one.effect < cost.effect!).at(-1)
  return (
    <Text as="p">
      {say('measuring.cost', { share: percent(share), days: count(days), effect: sized(cost.effect, cost.lift) })}
      {larger && ` ${say('measuring.cost.larger', { share: percent(larger.share), effect: sized(larger.effect!, larger.lift) })}`}
    </Text>
  )
}
