import { AppProvider, Card, Page, Text } from '@shopify/polaris'
import { createElement as h, type ComponentProps } from 'react'

/** As little as a page of Polaris can be: a title and a card with a line in it. */
export const emptyPage = () =>
  h(
    AppProvider,
    { i18n: {} } as ComponentProps<typeof AppProvider>,
    h(Page, { title: 'Empty' }, h(Card, null, h(Text, { as: 'p', children: 'Nothing stands here.' }))),
  )
