/** Words by which other apps head the columns of what is offered, and nothing else. */
const SURE = /\b(recommend\w*|related|up ?sell\w*|cross ?sell\w*|complement\w*|add ?ons?|companions?|bought together|accessor\w*)/g
/** Words that head such columns, and others: what a product is made for, or what it may cost. */
const LIKELY = /\b(offer\w*|together|suggest\w*|linked|cross|pair(?:s|ed|ing|ings)?|target\w*)\b/g
const SOME_PRODUCT = /\b(products?|items?|handles?|g?ids?|skus?|titles?|names?|urls?|links?|variants?)\b/
/** Words that take nothing away from those. */
const EMPTY =
  /\b(frequently|often|also|bought|customers?|you|may|like|goes|go|with|to|for|of|and|the|a|b|c|list|best|first|main|top|\d+)\b/g
/** Words for something else that a column may say about a product. */
const ABOUT =
  /\b(price|image|picture|video|count|type|vendor|brand|position|rank|score|rating|quantity|discount|status|date|ends?|starts?|enabled|settings?|display|category|collection|option\d*|size|gender|age|colou?r|material|weight|width|height|length|unit|label|tags?|seo|text|description|headline|message|note|barcode|inventory|stock|tax)\b/

/** "Recommended_productHandle" is "recommended product handle". */
export function wordsOf(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export function saysSomethingElse(words: string): boolean {
  return ABOUT.test(words)
}

/** Whether words head what is offered: some must say so, and be of products or have nothing else beside them. */
export function saysOffered(words: string, { surely = false } = {}): boolean {
  const bare = words.replace(SURE, ' ')
  const rest = bare.replace(LIKELY, ' ')
  if (rest === words || saysSomethingElse(words)) return false
  if (SOME_PRODUCT.test(words)) return true
  return (!surely || bare !== words) && rest.replace(EMPTY, ' ').trim() === ''
}
