/** Types of bodies that grow smaller: text, and what is written like it. Pictures and fonts are compressed by themselves. */
const TEXT = /^(text\/|application\/(json|javascript|manifest\+json|xml)\b|image\/svg\+xml\b)/

export const isCompressible = (contentType: string | null | undefined): boolean => TEXT.test(contentType?.toLowerCase() ?? '')
