import type { DocumentDeskDeps } from '../papers/index.ts';

/** What pieces are looked at and decided with. */
export type CheckingDeps = DocumentDeskDeps;
