/**
 * What the candidate will read: the canned reasons that were ticked, then what was typed. A reason that already stands in the
 * text (the page's script puts it there) isn't said twice.
 */
export function joinComment(reasons: readonly string[], typed: string | null): string | null {
  const text = (typed ?? '').trim();
  const missing = reasons.filter((reason) => !text.includes(reason));
  const lines = [...missing, ...(text === '' ? [] : [text])];
  return lines.length === 0 ? null : lines.join('\n');
}
