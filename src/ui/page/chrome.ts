import type { Contact } from '../components/contactCard.tsx';

/** What the person chose; `system` follows the machine. The server keeps it in a cookie. */
export type Scheme = 'system' | 'light' | 'dark';

export type Link = { readonly href: string; readonly label: string };

export type NavigationItem = Link & {
  /** Other paths below which one is still at this item. */
  readonly covers?: readonly string[];
  /** What it is done for, where there are many: those that follow each other under one name stand together. */
  readonly group?: string;
  /** That name is of what the year is at: open where the page is of no group, and marked. */
  readonly groupIsNow?: boolean;
  /** Unread or waiting, shown in brackets when above 0. */
  readonly count?: number;
  /** The number in words, where it isn't said to the last: « plus de 10 000 ». */
  readonly countText?: string;
  /** What the number counts, for those who hear it: « non lus ». */
  readonly countLabel?: string;
};

/** What a page is for, in a sentence or two, and where to look further. */
export type PageHelp = { readonly title: string; readonly lines: readonly string[]; readonly more?: Link };

/** The deadline, on one line. The caller decides the tone: never `danger` before the last 24 hours. */
export type Strip = {
  readonly tone: 'neutral' | 'warn' | 'danger';
  readonly text: string;
  /** The same on a phone, where it must stay one line. */
  readonly brief?: string;
  /** Where the other deadlines are. */
  readonly link?: Link;
};

/** « Étape 2 sur 5 : … »: its page, and the forms that lead on and out. */
export type TourStop = Link & {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Buttons of one form, each with what it sends. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[];
};

/** All that stands around a page, made once a request. */
export type Chrome = {
  /** `dense`: for whoever works here all day; small type, rows of one line, a header of two lines. */
  readonly density?: 'dense';
  /** « Certificat d'aptitude professionnelle, session 2024 ». */
  readonly exam: string;
  readonly home: string;
  readonly navigation: readonly NavigationItem[];
  /** Behind one word of the navigation, on every page of the staff. */
  readonly pageHelp?: PageHelp | null;
  /** Address to which *Me déconnecter* is posted; null for a visitor. */
  readonly signOut: string | null;
  readonly strip: Strip | null;
  /** What a head says to everybody at present, with who says it. */
  readonly banners?: readonly { readonly from: string; readonly words: string }[];
  readonly demonstration: boolean;
  /** What is said of it at the top of each page, where it isn't what is usual. */
  readonly demonstrationWords?: string;
  /** Where the demonstration's accounts and clock are. */
  readonly demonstrationLink?: Link | null;
  /** The stop of a tour of the demonstration at which one is; only where the page has forms. */
  readonly tour?: TourStop | null;
  /** This page isn't what others see: other rules, another instant. */
  readonly preview?: { readonly text: string; readonly leave: Link } | null;
  /** The officer in charge of this person's file. */
  readonly officer: Contact | null;
  /** Where a candidate finds help, on every page, an officer known or not. */
  readonly help: readonly Link[];
  /** « Accessibilité : non conforme », « Mentions légales » … only pages that exist. */
  readonly legal: readonly Link[];
  readonly scheme: Scheme;
  /** Token of the small forms of the chrome; null hides them (pages that may be cached, standing pages). */
  readonly csrf: string | null;
  /** Path and query of this page: marks the current link, and where the choice of appearance comes back to. */
  readonly address: string;
};
