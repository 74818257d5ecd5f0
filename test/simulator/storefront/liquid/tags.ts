import { ForTag, Hash, RenderTag, Tag } from 'liquidjs'
import type { Context, Emitter, Liquid, Parser, TagToken, TopLevelToken } from 'liquidjs'

/** A tag whose content is for tools and editors: it renders nothing. */
export class SilentTag extends Tag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      if ((next as TagToken).name === `end${token.name}`) return
    }
    throw new Error(`${token.name} is not closed`)
  }

  override render(): void {}
}

/** Shopify's `for` stops at 50 items. */
export class CappedForTag extends ForTag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid, parser)
    this.hash.hash['limit'] ??= new Hash('limit: 50').hash['limit']
  }
}

/** `{% sections 'NAME' %}` puts a group of the theme's, which was drawn before. */
export class SectionsTag extends Tag {
  readonly #name: string

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    this.#name = token.args.trim().replace(/^['"]|['"]$/g, '')
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    emitter.write(yield context._get(['section_groups', this.#name]))
  }
}

/** `{% render block %}` puts the block of the section's loop; everything else is a snippet's name. */
export class RenderBlockTag extends Tag {
  readonly #snippet: RenderTag | undefined

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid)
    this.#snippet = token.args.trim() === 'block' ? undefined : new RenderTag(token, remaining, liquid, parser)
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    if (this.#snippet) yield this.#snippet.render(context, emitter)
    else emitter.write(yield context._get(['block', 'html']))
  }
}
