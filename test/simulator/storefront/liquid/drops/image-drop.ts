import type { Picture } from '../../../shop.ts'

/** Liquid's `image`. */
export class ImageDrop {
  readonly src: string
  readonly alt: string
  readonly width: number
  readonly height: number

  constructor(picture: Picture) {
    this.src = picture.path
    this.alt = picture.alt
    this.width = picture.width
    this.height = picture.height
  }

  get aspect_ratio(): number {
    return this.width / this.height
  }

  toString(): string {
    return this.src
  }
}
