/** What stands behind the question mark of an address; what is empty isn't said. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** `?a=1&b=2` of what is given; '' where nothing is. */
export function queryOf(parameters: Query): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The page asked for, from 1. */
export function readPageNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
