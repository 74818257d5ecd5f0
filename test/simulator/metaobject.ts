/** An entry that metafields refer to, such as a category attribute's value. */
export interface Metaobject {
  readonly id: number
  readonly displayName: string
}
