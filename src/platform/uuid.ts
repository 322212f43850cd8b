/** As PostgreSQL and Node write one; for a longer expression. */
export const UUID_PATTERN = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const UUID = new RegExp(`^${UUID_PATTERN}$`);

/** What stands in an address or a form is an id only if it looks like one: PostgreSQL throws at anything else. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** What looks like an id, as one; null: it doesn't. Whose it is, the statement that looks for it says. */
export function readId<Id extends string>(text: unknown): Id | null {
  return isUuid(text) ? (text as Id) : null;
}

/** A new one. */
export function newId<Id extends string>(): Id {
  return crypto.randomUUID() as string as Id;
}
