/** Stands as high as the rows that are still being asked for. */
export function GreyRows({ rows }: { readonly rows: number }) {
  return (
    <s-stack gap="large">
      {Array.from({ length: rows }, (_, row) => (
        <s-grid key={row} gridTemplateColumns="auto 1fr" gap="base" alignItems="center">
          <s-product-thumbnail size="base" alt="" />
          <s-skeleton-paragraph />
        </s-grid>
      ))}
    </s-stack>
  )
}
