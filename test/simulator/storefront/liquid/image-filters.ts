import { escapeHtml } from '../escape-html.ts'
import { named } from './named.ts'
import type { NamedValue } from './named.ts'
import { ImageDrop } from './drops/image-drop.ts'

/** An address with the asked width; the picture's own measures stay with it, for `image_tag`. */
class SizedImage {
  readonly picture: ImageDrop
  readonly width: number

  constructor(picture: ImageDrop, width: number) {
    this.picture = picture
    this.width = width
  }

  at(width: number): string {
    return `${this.picture.src}?width=${width}`
  }

  toString(): string {
    return this.at(this.width)
  }
}

/** Accepts an image or what has a featured image (product, variant, collection). */
export function imageUrl(source: unknown, ...rest: NamedValue[]): SizedImage | string {
  const picture = source instanceof ImageDrop ? source : (source as { featured_image?: unknown } | null)?.featured_image
  if (!(picture instanceof ImageDrop)) return ''
  const { width } = named(rest)
  return new SizedImage(picture, Math.min(Number(width ?? picture.width), picture.width))
}

/** An `<img>` with the width and height that keep its place free while it loads. */
export function imageTag(source: unknown, ...rest: NamedValue[]): string {
  if (!(source instanceof SizedImage)) return ''
  const { widths, alt, ...others } = named(rest)
  const sizes = String(widths ?? '')
    .split(',')
    .map(Number)
    .filter((width) => width > 0 && width <= source.picture.width)
  const attributes = {
    src: source.toString(),
    alt: alt ?? source.picture.alt,
    srcset: sizes.map((width) => `${source.at(width)} ${width}w`).join(', ') || undefined,
    width: source.width,
    height: Math.round(source.width / source.picture.aspect_ratio),
    ...others,
  }
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null)
  return `<img ${written.map(([name, value]) => `${name}="${escapeHtml(String(value))}"`).join(' ')}>`
}
