import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { ExtensionOrder } from './extension.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Lists the enrolments that a publication touches and tells each candidate, once. */
    'rules.tell': {
      readonly publication: number;
      readonly before: number;
      readonly applied: boolean;
      /** Why dates were extended, where that is what was published. */
      readonly extension?: string;
    };
  }
}

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof EDITOR_EVENTS> {}
}

export const EDITOR_EVENTS = {
  ...defineEvents('rules', 'work', {
    'rules.started': event<{ readonly title: string }>(
      ({ text }) => `Brouillon de règles commencé\u00a0: ${text('title')}`,
    ),
    'rules.saved': event<{ readonly what: string; readonly files: readonly string[] }>(
      ({ text }) => `Brouillon de règles enregistré\u00a0: ${text('what')}`,
    ),
    'rules.submitted': event<{ readonly purpose: string }>('Brouillon de règles soumis à la relecture'),
    'rules.sentBack': event<{ readonly reason: string | null }>('Brouillon de règles remis en préparation'),
    'rules.abandoned': event<null>('Brouillon de règles abandonné'),
    'rules.published': event<{
      readonly publication: number;
      readonly fingerprint: string;
      readonly despite: string | null;
    }>(({ number }) => `Brouillon de règles publié (publication ${number('publication') ?? ''})`),
  }),
  ...defineEvents('readings', 'work', {
    'rules.peopleRead': event<{ readonly enrolments: number }>(
      ({ number }) =>
        `Noms lus des candidats qu'un brouillon de règles toucherait\u00a0: ${number('enrolments') ?? ''}`,
    ),
  }),
  ...defineEvents('closing', 'preparing', {
    'extension.proposed': event<ExtensionOrder>(({ text }) => `Prolongation proposée\u00a0: ${text('reason')}`),
    'extension.dropped': event<null>('Prolongation abandonnée'),
    /** The windows of a session were extended after an incident, by two people. */
    'session.extended': event<{
      readonly publication: number;
      readonly reason: string;
      readonly sessions: readonly string[];
    }>(({ text }) => `Dates d'une session reportées après un incident\u00a0: ${text('reason')}`),
  }),
};
