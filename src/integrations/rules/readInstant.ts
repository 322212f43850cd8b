/** An instant with its offset (RFC 3339); null: it is none. */
export function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
