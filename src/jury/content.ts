/** What a record says, or an addition to it, ready to print: kept as it was closed (jsonb), read by the Typst template (`templates/record.typ`). */
export type RecordContent = {
  readonly title: string;
  /** « PV 2024-012 », or « PV 2024-012, additif 1 ». */
  readonly reference: string;
  /** Rectorat, académie, division, bureau. */
  readonly letterhead: readonly string[];
  readonly subject: string;
  readonly sections: readonly RecordSection[];
  /** At the foot of each page. */
  readonly footer: string;
  /** « page 1 sur 2 » */
  readonly paging: { readonly page: string; readonly of: string };
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
};

export type RecordSection =
  | { readonly type: 'facts'; readonly title: string | null; readonly lines: readonly (readonly [string, string])[] }
  | {
      readonly type: 'table';
      readonly title: string | null;
      readonly head: readonly string[];
      /** In percent of the page. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'text'; readonly title: string | null; readonly paragraphs: readonly string[] };
