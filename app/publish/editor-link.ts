interface Place {
  /** "product", as Shopify names its templates. */
  readonly template: string
  /** The file of our block. */
  readonly block: string
  /** Into the section of the page itself, or into one of its own. */
  readonly target: 'mainSection' | 'newAppsSection'
}

/** Opens the theme editor where a block of ours is about to be added; nothing changes before the merchant saves. `key` is the app's client id. */
export const editorLink = ({ template, block, target }: Place, key: string): string =>
  `shopify://admin/themes/current/editor?template=${template}&addAppBlockId=${key}/${block}&target=${target}`
