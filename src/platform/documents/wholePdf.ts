const END = Buffer.from('%%EOF');

/**
 * Where a PDF ends: after its last end mark. What was glued behind (an archive, a program) is no part of it. null when it
 * stops in the middle: no mark, or more objects after it (a linearised file has an early mark too).
 */
export function endOfPdf(bytes: Uint8Array): number | null {
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(END);
  if (mark < 0) return null;
  const end = mark + END.length;
  const after = Buffer.from(bytes.subarray(end, end + 64)).toString('latin1');
  return /^\s*\d+\s+\d+\s+obj\b/.test(after) ? null : end;
}
