import type { Candidate } from '../accounts/index.ts';
import {
  type CarriedOf,
  defineEvents,
  type EntryWords,
  event,
  type PayloadsOf,
  saidIfAny,
} from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { dayInWords, shortDay } from '../ui/index.ts';
import type { Enrolment, SignatureWay } from './enrolment.ts';
import type { EntryWay } from './entry.ts';
import type { RegisteredFile } from './registeredFile.ts';
import { disclosuresInWords } from './steps/informations/disclosure.ts';
import { entryWays } from './texts/entry.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof ENROLMENT_EVENTS> {}
  interface Carried extends CarriedOf<typeof ENROLMENT_EVENTS> {}
}

/** '' of what carries none. */
export const ofVersion = ({ number }: EntryWords<'version'>): string =>
  saidIfAny(number('version'), (version) => `, version ${version}`);

const RESERVES = {
  again: ", sous réserve de nouveau\u00a0: la décision signée portait sur les réponses d'avant",
  pending: ', sous réserve',
  met: ', sans réserve\u00a0: les conditions sont remplies ou à vérifier',
};
/** Entries of before reserves carry nothing. */
const reserve = ({ word }: EntryWords<'reserve'>): string => word('reserve', RESERVES) ?? '';

const typedFor = ({ word }: EntryWords<'typedFor'>): string =>
  saidIfAny(word('typedFor', entryWays), (way) => `, saisie pour le candidat (${way.toLowerCase()})`);

/** For the candidate: also who typed it, and what it stands under. */
const registered = (sentence: string, { text }: EntryWords<'reserve' | 'typedFor'>): string =>
  `${sentence}${text('typedFor') === '' ? '' : ' Saisie par le rectorat, à votre demande.'}${text('reserve') === 'pending' ? ' Sous réserve\u00a0: un gestionnaire examine votre situation.' : ''}`;

export const ENROLMENT_EVENTS = {
  ...defineEvents('enrolments', 'candidate', {
    'enrolment.registered': event<Registering, RegisteredFile>({
      office: (entry) => `Inscription enregistrée${ofVersion(entry)}${reserve(entry)}${typedFor(entry)}`,
      candidate: (entry) => registered('Inscription enregistrée.', entry),
    }),
    'enrolment.modified': event<Registering, RegisteredFile>({
      office: (entry) => `Inscription modifiée${ofVersion(entry)}${reserve(entry)}${typedFor(entry)}`,
      candidate: (entry) => registered('Inscription modifiée et enregistrée de nouveau.', entry),
    }),
    /** Whoever signed on line did so in the entry before. */
    'enrolment.signed': event<EnrolmentEvent & { readonly version: number; readonly way: SignatureWay }>({
      office: (entry) =>
        entry.text('way') === 'online'
          ? `Confirmation signée en ligne\u00a0: CINSIG01 conforme${ofVersion(entry)}`
          : `Confirmation signée${ofVersion(entry)}`,
      candidate: ({ text }) => (text('way') === 'online' ? null : 'Confirmation signée reçue.'),
    }),
    'enrolment.withdrawn': event<EnrolmentEvent>({ office: 'Inscription retirée', candidate: 'Inscription retirée.' }),
    /** The consent to publish one's results, as it is from now on. */
    'enrolment.disclosureChanged': event<EnrolmentEvent & { readonly online: boolean; readonly press: boolean }>({
      office: ({ isTrue }) =>
        `Diffusion des résultats\u00a0: ${disclosuresInWords({ online: isTrue('online'), press: isTrue('press') })}`,
      candidate: 'Choix changé pour la diffusion des résultats.',
    }),
    'enrolment.validated': event<EnrolmentEvent & { readonly version: number }>({
      office: (entry) => `Inscription validée${ofVersion(entry)}`,
      candidate: 'Inscription validée.',
    }),
    /** An officer's word on a reserve; the words themselves aren't in the journal, which can't be erased. */
    'reserve.lifted': event<EnrolmentEvent & { readonly version: number }>({
      office: (entry) => `Réserve levée${ofVersion(entry)}`,
      candidate: 'Réserve levée par le rectorat.',
    }),
    'enrolment.setAside': event<EnrolmentEvent & { readonly version: number }>({
      office: 'Inscription écartée, à notifier',
      candidate: 'Inscription écartée par une décision du rectorat.',
    }),
    'enrolment.reinstated': event<EnrolmentEvent & { readonly version: number }>({
      office: 'Inscription rétablie',
      candidate: 'Inscription rétablie par le rectorat.',
    }),
    /** After the closing, by two people; and put back. */
    'enrolment.cancelled': event<EnrolmentEvent & { readonly version: number }>({
      office: 'Inscription annulée',
      candidate: 'Inscription annulée par le rectorat.',
    }),
    'enrolment.restored': event<EnrolmentEvent & { readonly version: number }>({
      office: 'Inscription rétablie après annulation',
      candidate: 'Inscription rétablie par le rectorat.',
    }),
    /** What a person of the office decided of two accounts, in the chain of each one's enrolment. */
    'person.same': event<AboutPerson>({
      office: "Même personne qu'un autre compte",
      candidate: ({ text }) =>
        text('role') === 'ends'
          ? 'Le rectorat a constaté que vous avez une autre inscription\u00a0: celle-ci va prendre fin. Un mail vous dit quand, et comment répondre.'
          : 'Le rectorat a constaté que vous avez deux comptes. Cette inscription suit son cours.',
    }),
    'person.undone': event<AboutPerson>({
      office: 'Décision sur deux comptes reprise',
      candidate: ({ text }) =>
        text('decision') === 'same' ? 'Le rectorat est revenu sur son constat que vous avez deux comptes.' : null,
    }),
    /** The time to answer is over: one of the two enrolments ended, or nothing was left to end. */
    'person.ended': event<AboutPerson>({
      office: 'Inscription écartée\u00a0: la même personne en a une autre',
      candidate: 'Cette inscription a pris fin\u00a0: vous en avez une autre, sous un autre compte.',
    }),
    'draft.begun': event<{ readonly enrolmentId: string }>({
      office: 'Inscription commencée',
      candidate: 'Inscription commencée.',
    }),
    'draft.abandoned': event<{ readonly enrolmentId: string }>({
      office: 'Brouillon abandonné',
      candidate: 'Brouillon abandonné.',
    }),
    'changes.abandoned': event<{ readonly enrolmentId: string; readonly version: number }>({
      office: 'Modifications abandonnées',
      candidate: 'Modifications abandonnées.',
    }),
    'entry.opened': event<{ readonly enrolmentId: string; readonly way: EntryWay; readonly receivedOn: string }>({
      office: ({ day, word }) =>
        `Saisie ouverte pour le candidat (${(word('way', entryWays) ?? entryWays.counter).toLowerCase()}${saidIfAny(day('receivedOn'), (on) => `, ${shortDay(on)}`)})`,
      candidate: 'Le rectorat a ouvert vos étapes, pour y saisir ce que vous lui avez demandé.',
    }),
    'entry.left': event<{ readonly enrolmentId: string }>({
      office: 'Saisie laissée sans effet',
      candidate: "Le rectorat n'a rien changé à votre inscription.",
    }),
    'enrolment.unvalidated': event<{
      readonly enrolmentId: string;
      readonly version: number;
      readonly why: 'refused' | 'taken-back';
    }>({
      office: (entry) =>
        `Validation retirée\u00a0: ${entry.text('why') === 'taken-back' ? 'une décision est reprise' : "une pièce n'est plus conforme"}${ofVersion(entry)}`,
      candidate: ({ text }) =>
        text('why') === 'taken-back'
          ? 'Validation retirée\u00a0: le gestionnaire a repris une décision prise par erreur.'
          : "Validation retirée\u00a0: une pièce n'est plus conforme.",
    }),
    'enrolment.validationRestored': event<{ readonly enrolmentId: string; readonly version: number }>({
      office: (entry) => `Validation rétablie\u00a0: un refus est repris${ofVersion(entry)}`,
      candidate: 'Validation rétablie\u00a0: le gestionnaire a repris un refus donné par erreur.',
    }),
    /** An officer wrote the units of a candidate; and the candidate found them right: version n + 1. */
    'units.proposed': event<EnrolmentEvent & { readonly version: number }>({
      office: 'Unités complétées, proposées au candidat',
      candidate: 'Le rectorat a complété la liste de vos unités\u00a0: à confirmer.',
    }),
    'units.confirmed': event<EnrolmentEvent & { readonly version: number }, RegisteredFile>({
      office: (entry) => `Unités confirmées par le candidat${ofVersion(entry)}`,
      candidate: 'Vous avez confirmé la liste de vos unités.',
    }),
    /** That decision is notified: the enrolment ended. And it wasn't, after all: it goes on. */
    'setAside.ended': event<EnrolmentEvent & { readonly version: number; readonly on: string | null }>({
      office: ({ day }) =>
        `Décision notifiée${saidIfAny(day('on'), (on) => ` le ${shortDay(on)}`)}\u00a0: l'inscription écartée a pris fin`,
      candidate: ({ day }) =>
        `La décision qui écarte l'inscription vous a été notifiée${saidIfAny(day('on'), (on) => ` le ${dayInWords(on)}`)}\u00a0: l'inscription a pris fin.`,
    }),
    'setAside.resumed': event<EnrolmentEvent & { readonly version: number; readonly on: string | null }>({
      office: "Notification corrigée, ou recours accepté\u00a0: l'inscription reprend",
      candidate:
        "L'inscription reprend\u00a0: un recours contre la décision qui l'écartait est accepté, ou cette décision ne vous était pas notifiée.",
    }),
    'units.dropped': event<{ readonly enrolmentId: string }>({
      office: "Proposition d'unités retirée",
      candidate: "Le rectorat a retiré la liste d'unités qu'il vous proposait.",
    }),
    'units.contested': event<{ readonly enrolmentId: string }>({
      office: 'Unités contestées par le candidat',
      candidate: "Vous avez répondu que la liste de vos unités n'est pas exacte.",
    }),
  }),
  ...defineEvents('other', 'health', {
    /** Only what was said of one's health changed: no version, no paper, nothing for the office to read. */
    'health.declared': event<{ readonly enrolmentId: string }, RegisteredFile>(),
  }),
  ...defineEvents('enrolments', 'work', {
    'person.different': event<AboutPerson>("Deux personnes, d'après le bureau"),
    'person.void': event<AboutPerson>("Rien à écarter\u00a0: l'une des deux inscriptions avait pris fin"),
    'person.proposed': event<null>("Même personne qu'un autre compte\u00a0: proposé, attend une seconde personne"),
    'person.dropped': event<null>("Même personne qu'un autre compte\u00a0: proposition abandonnée"),
  }),
  ...defineEvents('rules', 'candidate', {
    /** Rules published by the office touch a running enrolment. */
    'rules.changed': event<
      {
        /** Something that only the candidate reads changed too. */
        readonly health?: boolean;
        readonly enrolmentId: string;
        readonly publication: number;
        /** What changes for the candidate, a French sentence each. */
        readonly sentences: readonly string[];
        /** The pieces asked of a registered enrolment follow the new rules; false: they stay as they were asked. */
        readonly applied: boolean;
      },
      Held
    >({
      office: ({ list }) => `Règles changées\u00a0: ${list('sentences').join(' ')}`,
      candidate: ({ list }) => `Le rectorat a changé des règles\u00a0: ${list('sentences').join(' ')}`,
    }),
  }),
  ...defineEvents('closing', 'candidate', {
    /** What an extension after an incident changes for one running enrolment, told to its candidate. */
    'window.extended': event<
      {
        readonly enrolmentId: string;
        readonly publication: number;
        readonly reason: string;
        readonly sentences: readonly string[];
      },
      Held
    >({
      office: ({ text, list }) =>
        `Dates reportées après un incident\u00a0: ${text('reason')} ${list('sentences').join(' ')}`,
      candidate: ({ list }) => `Dates reportées après un incident\u00a0: ${list('sentences').join(' ')}`,
    }),
  }),
};

/** Held by who publishes; a draft isn't registered. */
type Held = { readonly enrolment: Enrolment; readonly candidate: Candidate };

/** `reserve`: what this version stands under; `met`: it was under reserve, and all conditions are met now; `again`: a
 * signed decision had set the former answers aside. */
type Registering = EnrolmentEvent & {
  readonly version: number;
  readonly reserve: 'pending' | 'lifted' | 'met' | 'again' | null;
  /** The codes of the conditions not met. */
  readonly unmet: readonly string[];
  /** How it was asked of the officer who typed it; absent: by the candidate's own hand. */
  readonly typedFor?: EntryWay;
  /** Of what was typed: the day of the call, at the counter or of the postmark, as `2023-12-01`. */
  readonly receivedOn?: string;
};

export type AboutPerson = EnrolmentEvent & {
  readonly decisionId: string;
  readonly decision: 'same' | 'different';
  /** What becomes of this enrolment. */
  readonly role: 'stays' | 'ends' | 'beside';
  /** When it ends. */
  readonly until: string | null;
  readonly reopened: boolean;
};

export type EnrolmentEvent = { readonly enrolmentId: string; readonly number: string };

/** The journal chain of an enrolment. */
export function enrolmentStream(id: string): string {
  return `enrolment:${id}`;
}

/**
 * The chain of what concerns a candidate's health. It is of no academy and of no enrolment's chain: neither the history of a
 * file nor the journal of the office holds it.
 */
export function healthSubjectOf({ id }: Pick<Enrolment, 'id'>): JournalSubject {
  return { stream: `health:${id}`, academy: null, session: null };
}

export function subjectOf(enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>): JournalSubject {
  return { stream: enrolmentStream(enrolment.id), academy: enrolment.academy, session: enrolment.session };
}
