import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render'
import { render } from 'preact'
import { StoryBlock } from './story-block.tsx'

declare const shopify: Api

export default function orderStory() {
  render(<StoryBlock api={shopify} />, document.body)
}
