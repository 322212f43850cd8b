/** A number of an enrolment, as a page of a list ends with it. */
const NUMBER = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const LONGEST = 40;

/** Where a list goes on: after this number. Opaque to who holds it, so that it may become something else. */
export function cursorAfter(number: string): string {
  return Buffer.from(number).toString('base64url');
}

/** null: no page of ours ended so. */
export function readCursor(cursor: string): string | null {
  if (cursor.length > 2 * LONGEST || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  const number = Buffer.from(cursor, 'base64url').toString();
  return number.length <= LONGEST && NUMBER.test(number) && cursorAfter(number) === cursor ? number : null;
}
