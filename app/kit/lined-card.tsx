import { Divider } from '@shopify/polaris'
import { Children, Fragment, type ReactNode } from 'react'
import { TitledCard } from './titled-card.tsx'

/** A card under a heading, with a line drawn above each of its parts. */
export function LinedCard({ title, help, children }: { title: string; help?: string | undefined; children?: ReactNode }) {
  return (
    <TitledCard title={title} help={help}>
      {Children.map(Children.toArray(children), (part) => (
        <Fragment>
          <Divider />
          {part}
        </Fragment>
      ))}
    </TitledCard>
  )
}
