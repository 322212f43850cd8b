import type * as z from 'zod';
import type { PackOrigin } from './check.ts';
import { type Kind, type Known, knownCodes } from './checks/known.ts';
import { type FaultGatherer, gatherFaults } from './faultList.ts';
import { issuesInFrench } from './issues.ts';
import type { Located, LocatedPack, PackFault, Path, Place } from './located.ts';
import { Academy, Department } from './schema/academy.ts';
import { RuleCase } from './schema/case.ts';
import { Exam } from './schema/exam.ts';
import { MailTemplate } from './schema/mail.ts';
import { PieceType } from './schema/pieceType.ts';
import { Regulation } from './schema/regulation.ts';
import { RelativeSession, Session } from './schema/session.ts';
import { Speciality } from './schema/speciality.ts';
import { texts } from './texts.ts';
import { type PackFile, readYaml, type YamlFile } from './yamlFile.ts';

type Read = {
  readonly pack: LocatedPack;
  readonly known: Known;
  readonly faults: FaultGatherer;
  readonly faultAt: (place: Place, message: string) => PackFault;
};

type Shelf = { readonly kind: Kind; readonly holds: RegExp; readonly usual: string; readonly many: boolean };

/** Where each kind of thing is kept below the catalogue's folder. `many`: the file is a list. */
export const SHELVES: readonly Shelf[] = [
  { kind: 'academies', holds: /^academies\/[^/]+\.yaml$/, usual: 'academies/', many: false },
  { kind: 'departments', holds: /^departments\.yaml$/, usual: 'departments.yaml', many: true },
  { kind: 'exams', holds: /^exams\/[^/]+\/exam\.yaml$/, usual: 'exams/bp/exam.yaml', many: false },
  {
    kind: 'specialities',
    holds: /^exams\/[^/]+\/specialities\.yaml$/,
    usual: 'exams/bp/specialities.yaml',
    many: true,
  },
  {
    kind: 'regulations',
    holds: /^exams\/[^/]+\/regulations\/[^/]+\.yaml$/,
    usual: 'exams/bp/regulations/',
    many: false,
  },
  { kind: 'pieceTypes', holds: /^exams\/[^/]+\/pieces\.yaml$/, usual: 'exams/bp/pieces.yaml', many: true },
  { kind: 'sessions', holds: /^sessions\/[^/]+\.yaml$/, usual: 'sessions/', many: false },
  { kind: 'mails', holds: /^texts\/mails\.yaml$/, usual: 'texts/mails.yaml', many: true },
  { kind: 'cases', holds: /^exams\/[^/]+\/cases\/[^/]+\.yaml$/, usual: 'exams/bp/cases/', many: true },
];

/** Reads every file with the schema of its shelf, item by item: a fault in one keeps no other from being read. */
export function readFiles(files: readonly PackFile[], origin: PackOrigin): Read {
  const opened = files.map((file) => ({
    shelf: SHELVES.find(({ holds }) => holds.test(file.file)),
    yaml: readYaml(file),
  }));
  const yamlOf = new Map(opened.map(({ yaml }) => [yaml.file, yaml]));
  const faults = gatherFaults();
  const unreadable = new Set<Kind>();
  const codes = new Map<Kind, Set<string>>();
  const found: { kind: Kind; value: unknown; place: Place }[] = [];

  for (const { shelf, yaml } of opened) {
    if (shelf === undefined) {
      faults.add(yaml.file, () => yaml.faultAt([], texts.noSuchShelf(SHELVES.map(({ usual }) => usual))));
      continue;
    }
    for (const fault of yaml.faults) faults.add(yaml.file, fault);
    const items = itemsOf(yaml, shelf.many);
    if (items === null) unreadable.add(shelf.kind);
    if (items === null && yaml.value !== undefined) faults.add(yaml.file, () => yaml.faultAt([], texts.listExpected()));
    for (const { value, path } of items ?? []) {
      const kind = shelf.kind === 'sessions' && isRelative(value) ? 'relativeSessions' : shelf.kind;
      found.push({ kind, value, place: { file: yaml.file, path } });
      const code = codeOf(value);
      if (code !== null) codes.set(kind, (codes.get(kind) ?? new Set()).add(code));
    }
  }
  for (const { kind, usual } of SHELVES) {
    if (opened.some(({ shelf }) => shelf?.kind === kind)) continue;
    faults.add(usual, () => ({ file: usual, line: 1, column: 1, path: '', message: texts.emptyShelf(kind) }));
    unreadable.add(kind);
  }

  const read = <T>(kind: Kind, schema: z.ZodType<T>): readonly Located<T>[] =>
    found.flatMap((item) => {
      if (item.kind !== kind) return [];
      const parsed = schema.safeParse(item.value);
      if (parsed.success) return [{ value: parsed.data, place: item.place }];
      // A mail that another version sent, or wrote otherwise, is none of ours.
      if (kind === 'mails' && origin === 'published') return [];
      for (const { path, message } of issuesInFrench(parsed.error.issues, item.value, item.place.path.at(-1) ?? '')) {
        const place = { file: item.place.file, path: [...item.place.path, ...path] };
        faults.add(place.file, () => faultAt(place, message));
      }
      return [];
    });
  const faultAt = ({ file, path }: Place, message: string): PackFault =>
    yamlOf.get(file)?.faultAt(path, message) ?? { file, line: 1, column: 1, path: '', message };

  const pack: LocatedPack = {
    academies: read('academies', Academy),
    departments: read('departments', Department),
    exams: read('exams', Exam),
    specialities: read('specialities', Speciality),
    regulations: read('regulations', Regulation),
    pieceTypes: read('pieceTypes', PieceType),
    sessions: read('sessions', Session),
    relativeSessions: read('relativeSessions', RelativeSession),
    mails: read('mails', MailTemplate),
    cases: read('cases', RuleCase),
  };
  return { pack, known: knownCodes(codes, unreadable), faults, faultAt };
}

function itemsOf(yaml: YamlFile, many: boolean): readonly { readonly value: unknown; readonly path: Path }[] | null {
  if (yaml.value === undefined) return null;
  if (!many) return [{ value: yaml.value, path: [] }];
  return Array.isArray(yaml.value) ? yaml.value.map((value: unknown, index) => ({ value, path: [index] })) : null;
}

function isRelative(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'basedOn' in value;
}

function codeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('cfd' in value && typeof value.cfd === 'string') return value.cfd;
  return 'code' in value && typeof value.code === 'string' ? value.code : null;
}
