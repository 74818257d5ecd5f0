/** Bytes of a file: fifty times what pairs for all the rules that it may make take. */
export const MOST_BYTES = 50_000_000
/** Rows of a file, blank ones among them: three times what pairs for all those rules take, one pair in each. */
export const MOST_ROWS = 200_000
/** Characters of a row: a description may stand beside the pairs, and a quotation mark that is missing is noticed. */
export const LONGEST_ROW = 100_000
/** Cells of a row: an export of products has a column for each metafield, and there are shops with hundreds. */
export const MOST_CELLS = 500
/** Characters of a cell that names products: as many names as it may hold, with their addresses. */
export const LONGEST_CELL = 10_000
/** Names in one row, be it in one cell or in many: many more than may stand beside a product. */
export const MOST_NAMES = 200
