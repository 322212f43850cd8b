import type { Candidate } from '../../accounts/index.ts';
import {
  ageOn,
  hoursAsked,
  isMinor,
  type RegisteredFile,
  type SummaryBlock,
  verdictOn,
} from '../../enrolment/index.ts';
import type { ShownFile } from '../../pieces/index.ts';
import type { Line } from '../../ui/index.ts';

/** A thing that the candidate declared, to be found in the document. */
export type DeclaredFact =
  /** A line of the summary, in its own words. */
  | { readonly kind: 'line'; readonly name: string; readonly label: string; readonly value: string }
  /** Who it is, on one line: the documents that aren't about identity need no more. */
  | { readonly kind: 'person'; readonly candidate: Candidate }
  | { readonly kind: 'age'; readonly years: number; readonly minor: boolean }
  | {
      readonly kind: 'months';
      readonly months: number;
      readonly monthsAtExam: number;
      readonly requiredMonths: number;
    }
  /** `printed`: by the order of the speciality alone; fewer refuse nobody, says that law. */
  | { readonly kind: 'hours'; readonly required: number; readonly printed: string | null }
  | { readonly kind: 'annexes'; readonly annexes: readonly number[] }
  | {
      readonly kind: 'version';
      readonly version: number;
      readonly registeredAt: Temporal.Instant | null;
      /** Versions for which the files on record were given. */
      readonly givenFor: readonly number[];
    };

type Source =
  | 'civil-status'
  | 'person'
  | 'age'
  | 'months'
  | 'hours'
  | 'annexes'
  | 'version'
  | { readonly lines: readonly string[] };
const lines = (...names: readonly string[]): Source => ({ lines: names });

const FORMER = ['informations formerYear', 'informations formerCentre'] as const;
const SPECIALITY = 'qualification speciality';
const CREDITS = ['acquis keep', 'acquis carry'] as const;
const DIPLOMA = ['informations diploma', 'informations diplomaTitle'] as const;

/**
 * What to compare with, by piece type: lines of the summary, by their step and what they are about (`acquis keep`:
 * the marks kept). Others: who and which exam.
 */
const BESIDE: Readonly<Record<string, readonly Source[]>> = {
  CINSIG01: ['version', 'person', lines(SPECIALITY, 'qualification form')],
  DCSTID01: ['civil-status', 'age'],
  '1NATID01': [lines('identification frenchNational'), 'person'],
  SNATJDC: ['person', 'age', lines('identification frenchNational')],
  DOMICIL: [lines('identification address'), 'person'],
  RELNOTES: [lines(...CREDITS, ...FORMER, 'informations satAllTests', SPECIALITY, 'qualification form'), 'person'],
  ATTFORM: [lines('informations formerCentre', 'informations twoYearsInCentre', SPECIALITY), 'hours', 'person'],
  ENSDIST: [
    lines('informations distanceBody', 'informations trainingHours', 'informations positioning', SPECIALITY),
    'hours',
    'person',
  ],
  ATTEMPLOI: ['months', lines('informations jobs', ...DIPLOMA, SPECIALITY), 'person'],
  DIPLOM3: [lines(...DIPLOMA, SPECIALITY), 'person'],
  BACPRO: [lines(...DIPLOMA, SPECIALITY), 'person'],
  POSITION: [lines('informations distanceBody', 'informations trainingHours', SPECIALITY), 'hours', 'person'],
  REPLEG: [lines('identification guardian'), 'person', 'age'],
  DISPENSE: [lines('acquis exempt', SPECIALITY), 'person'],
  ATTBLOCS: [lines('acquis exempt', SPECIALITY), 'person'],
  VAE: [lines('acquis exempt', SPECIALITY), 'person'],
  R408A3: ['annexes', lines(SPECIALITY), 'person'],
  R408A4: ['annexes', lines(SPECIALITY), 'person'],
  R408A5: ['annexes', lines(SPECIALITY), 'person'],
  R408DISP: ['person', 'annexes', lines(SPECIALITY)],
};
const COMMON: readonly Source[] = ['person', lines(SPECIALITY)];

/** Is it the document that says who somebody is, with which the others are compared? */
export function provesIdentity(code: string): boolean {
  return BESIDE[code]?.includes('civil-status') === true;
}

export type Declared = {
  readonly code: string;
  readonly candidate: Candidate;
  readonly civilStatus: readonly Line[];
  readonly version: number;
  readonly registeredAt: Temporal.Instant | null;
  readonly today: Temporal.PlainDate;
  readonly files: readonly ShownFile[];
  readonly registered: RegisteredFile | null;
};

/** The declared facts that this piece must prove, in the order in which one reads them in the document. */
export function declaredFacts(declared: Declared): readonly DeclaredFact[] {
  return (BESIDE[declared.code] ?? COMMON).flatMap((source) => factsFrom(source, declared));
}

function factsFrom(source: Source, declared: Declared): readonly DeclaredFact[] {
  const { registered } = declared;
  if (source === 'person') return [{ kind: 'person', candidate: declared.candidate }];
  if (source === 'civil-status') return declared.civilStatus.map((line) => ({ kind: 'line', ...line }));
  if (source === 'age') {
    const { candidate: person, today } = declared;
    return [{ kind: 'age', years: ageOn(person, today), minor: isMinor({ person, today }) }];
  }
  if (source === 'version') {
    const { version, registeredAt } = declared;
    const given = declared.files.filter((file) => file.state === 'stored').map((file) => file.enrolmentVersion);
    return [{ kind: 'version', version, registeredAt, givenFor: [...new Set(given)] }];
  }
  if (registered === null) return [];
  if (source === 'months') return [{ kind: 'months', ...verdictOn(registered.dossier, registered.review).experience }];
  if (source === 'hours') {
    const { informations, qualification } = registered.review;
    const asked = hoursAsked(informations, {
      regulation: qualification.regulation,
      admission: registered.dossier.exam.admission,
    });
    return asked === null
      ? []
      : [{ kind: 'hours', required: asked.required, printed: asked.printed ? asked.source : null }];
  }
  if (source === 'annexes') {
    const annexes = registered.review.qualification.speciality.scaffolding?.annexes ?? [];
    return annexes.length === 0 ? [] : [{ kind: 'annexes', annexes }];
  }
  return source.lines.flatMap((name) => linesNamed(name, registered.blocks));
}

function linesNamed(name: string, blocks: readonly SummaryBlock[]): readonly DeclaredFact[] {
  const [step = '', wanted = ''] = name.split(' ');
  const found = blocks.find((block) => block.step === step)?.lines ?? [];
  const chosen = found.filter(({ name: own, about }) => (about ?? own) === wanted);
  return chosen.map(({ label, value, name: own }) => ({ kind: 'line', label, value, name: `${step} ${own}` }));
}
