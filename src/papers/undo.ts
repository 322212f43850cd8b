/** An officer may still take a decision back before the candidate reads it (product.md, section 11). */
export const UNDO_SECONDS = 30;
