import { useWords } from '#app/kit/use-words.tsx'
import type { StoryArm } from '#app/measure/story/story-of.ts'
import type { LineTold, OfferTold, SlotTold } from './story-told.ts'

/** Tells parts of a story in the merchant's words. */
export function useStoryWords() {
  const { say } = useWords()

  /** Where, and who chose it. */
  function slot({ placement, author }: SlotTold): string {
    const place = placement === null ? say('story.place.other') : say(`placement.${placement}`)
    return say('story.slot', { place, author: authorOf(author) })
  }

  function authorOf(author: SlotTold['author']): string {
    switch (author.kind) {
      case 'rule':
        return author.name === null ? say('story.rule.gone') : say('story.rule', { name: author.name })
      case 'source':
        return say(`source.${author.source}`)
      case 'other':
        return say('story.author.other')
      default:
        return author satisfies never
    }
  }

  function arm(known: StoryArm): { readonly title: string; readonly help: string; readonly tone: 'success' | 'info' | undefined } {
    switch (known.kind) {
      case 'shown':
        return { title: say('story.arm.shown'), help: say('story.arm.shown.help'), tone: 'success' }
      case 'held-out':
        return { title: say('story.arm.held-out'), help: say('story.arm.held-out.help'), tone: 'info' }
      case 'unknown':
        return {
          title: say(known.why === 'came-by-nothing' ? 'story.arm.no-offers' : 'story.arm.unknown'),
          help: say(`story.why.${known.why}`),
          tone: undefined,
        }
      default:
        return known satisfies never
    }
  }

  function outcome(of: OfferTold['outcome']): string {
    switch (of.kind) {
      case 'taken':
      case 'passed-over':
        return say(`story.outcome.${of.kind}`)
      case 'bought-elsewhere':
        return of.from === null ? say('story.outcome.by-itself') : say('story.outcome.elsewhere', { slot: slot(of.from) })
      case 'held-out':
        return say(of.isBought ? 'story.outcome.held-out.bought' : 'story.outcome.held-out')
      default:
        return of satisfies never
    }
  }

  function origin(of: LineTold['origin']): string {
    switch (of.kind) {
      case 'sold':
        return say(of.isNoted ? 'story.origin.sold' : 'story.origin.sold.not-noted', { slot: slot(of.from) })
      case 'shown-before':
      case 'held-out':
      case 'by-itself':
      case 'unknown':
        return say(`story.origin.${of.kind}`)
      default:
        return of satisfies never
    }
  }

  const title = (of: { readonly title: string | null }): string => of.title ?? say('story.product.gone')

  return { slot, arm, outcome, origin, title }
}
