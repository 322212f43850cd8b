declare module '../platform/events.ts' {
  interface Events {
    /** Everybody read the words: they are in the journal. */
    'banner.shown': { readonly words: string; readonly until: string };
    'banner.removed': null;
  }
}

export {};
