/**
 * What a paper says, ready to print: kept as it was issued (jsonb) and read by the page (`pages/sheet.tsx`) and by the Typst
 * template (`templates/paper.typ`). Every word is here; the two only set it.
 */
export type PaperContent = {
  readonly title: string;
  /** Rectorat, académie, division, bureau. */
  readonly letterhead: readonly string[];
  readonly contact: { readonly title: string; readonly lines: readonly string[] };
  /** « Certificat d'aptitude professionnelle, spécialité Coiffure, session 2024 » */
  readonly subject: string;
  /** « Mme Camille Martin »: whom it concerns. Papers issued before it was said have none. */
  readonly candidate?: string;
  /** How to verify it, and where. Papers issued before they could be have none. */
  readonly verification?: string;
  /** What tells this paper from another: number, version, day. */
  readonly marks: readonly { readonly label: string; readonly value: string }[];
  /** Each part begins a page of its own where there is room. */
  readonly parts: readonly (readonly PaperBlock[])[];
  /** At the foot of each page of the PDF. */
  readonly footer: string;
  /** « page 1 sur 2 » */
  readonly paging: { readonly page: string; readonly of: string };
  /** The day of issue in Paris, for the file's own date. */
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
  /** The most pages that it may take; null: as many as it needs. */
  readonly pages: number | null;
  /** The pages on which it is set a little tighter (9.5 pt at least) rather than on one more. */
  readonly prefers?: number;
  /** Set with less white, in letters as large. */
  readonly tight?: true;
};

export type PaperBlock =
  | {
      readonly type: 'facts';
      readonly title: string;
      readonly lines: readonly FactLine[];
      /** Of each line the first value stands alone and the others follow one another, and no page ends within it. Papers issued before have none. */
      readonly flowing?: true;
    }
  | {
      readonly type: 'units';
      readonly title: string;
      /** Code, unit, choice. */
      readonly head: readonly [string, string, string];
      /** False where the regulation gives its units no code. */
      readonly coded: boolean;
      readonly rows: readonly { readonly code: string; readonly title: string; readonly choice: string }[];
    }
  | {
      readonly type: 'pieces';
      readonly title: string;
      /** Code, piece, why. */
      readonly head: readonly [string, string, string];
      readonly rows: readonly PieceRow[];
      /** What happens without them, whom to ask. */
      readonly after: readonly string[];
    }
  | {
      readonly type: 'table';
      readonly title: string;
      readonly head: readonly string[];
      /** The first cell names the row; the others stand at the right. */
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'text'; readonly title: string | null; readonly paragraphs: readonly string[] }
  /** Who the letter is posted to, where the window of an envelope shows it. */
  | { readonly type: 'address'; readonly lines: readonly string[] }
  | { readonly type: 'steps'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly type: 'square';
      readonly title: string;
      /** What it stands for, in words: « Code d'accueil : 7K2M-Q4ZT ». */
      readonly words: string;
      /** Drawn as a square code. */
      readonly signs: string;
      /** Of the drawing, for who doesn't see it. */
      readonly alt: string;
      readonly paragraphs: readonly string[];
    }
  | {
      readonly type: 'signature';
      readonly title: string;
      readonly commitment: string;
      readonly deadline: string;
      /** « Fait à », « le »: each with a line to write on. */
      readonly blanks: readonly string[];
      /** One box each. */
      readonly signs: readonly string[];
    };

/** One question, one answer or several (jobs). */
export type FactLine = { readonly label: string; readonly values: readonly string[] };

export type PieceRow = {
  readonly code: string;
  readonly label: string;
  /** What it is, an example, and where it stands if it is already given. */
  readonly about: readonly string[];
  readonly why: readonly string[];
};
