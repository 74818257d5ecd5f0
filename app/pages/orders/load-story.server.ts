import { titlesOf } from '#app/catalog/titles-of.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { latestStories, readStory } from '#app/measure/story/read-story.server.ts'
import type { Story } from '#app/measure/story/story-of.ts'
import { ruleNames } from '#app/rules/versions/rule-names.server.ts'
import { orderIn } from './order-in.ts'
import { namedIn, tellStory, type StoryTold } from './story-told.ts'

/** The story of the order that an address names. Throws the Response that belongs to one that the shop has not, or not in what we keep. */
export async function loadStory(shop: ShopId, named: string): Promise<StoryTold> {
  const id = orderIn(named)
  const story = id && (await readStory(shop, id, new Date()))
  if (!story) throw new Response('There is no such order', { status: 404 })
  const [told] = await withNames(shop, [story])
  return told!
}

/** The latest orders' stories. */
export async function loadLatest(shop: ShopId, most: number): Promise<StoryTold[]> {
  return withNames(shop, await latestStories(shop, most, new Date()))
}

async function withNames(shop: ShopId, stories: readonly Story[]): Promise<StoryTold[]> {
  const { rules, products } = namedIn(stories)
  const [titles, names] = await Promise.all([titlesOf(shop, products), ruleNames(shop, rules)])
  return stories.map((story) => tellStory(story, { titles, rules: names }))
}
