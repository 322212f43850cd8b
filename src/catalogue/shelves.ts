import type * as z from 'zod';
import type { PackOrigin } from './check.ts';
import { gatherKnown, type Kind, type KnownCodes } from './checks/known.ts';
import { type FaultGatherer, gatherFaults } from './faultList.ts';
import { issuesInFrench } from './issues.ts';
import type { FilePlace, Located, LocatedPack, PackFault, Path } from './located.ts';
import { Academy, Department } from './schema/academy.ts';
import { RuleCase } from './schema/case.ts';
import { Exam } from './schema/exam.ts';
import { Installation } from './schema/installation.ts';
import { MailTemplate } from './schema/mail.ts';
import { PieceType } from './schema/pieceType.ts';
import { Regulation } from './schema/regulation.ts';
import { RelativeSession, Session } from './schema/session.ts';
import type { OfExam } from './schema/shape.ts';
import { Speciality } from './schema/speciality.ts';
import { texts } from './texts.ts';
import type { PackFile, ReadYaml, YamlFile } from './yamlFile.ts';

type Read = {
  readonly pack: LocatedPack;
  readonly known: KnownCodes;
  readonly faults: FaultGatherer;
  readonly faultAt: (place: FilePlace, message: string) => PackFault;
};

type Shelf = {
  readonly kind: Kind;
  readonly holds: RegExp;
  /** Where one is usually written. */
  readonly usual: string;
  /** The file is a list. */
  readonly many: boolean;
};

/** Where each kind of thing is kept below the catalogue's folder. What stands in the folder of an exam is that exam's. */
export const SHELVES: readonly Shelf[] = [
  { kind: 'installation', holds: /^installation\.yaml$/, usual: 'installation.yaml', many: false },
  { kind: 'academies', holds: /^academies\/[^/]+\.yaml$/, usual: 'academies/', many: false },
  { kind: 'departments', holds: /^departments\.yaml$/, usual: 'departments.yaml', many: true },
  { kind: 'exams', holds: inExam('exam.yaml'), usual: 'exams/…/exam.yaml', many: false },
  { kind: 'specialities', holds: inExam('specialities.yaml'), usual: 'exams/…/specialities.yaml', many: true },
  { kind: 'regulations', holds: inExam('regulations/*.yaml'), usual: 'exams/…/regulations/', many: false },
  { kind: 'pieceTypes', holds: inExam('pieces.yaml'), usual: 'exams/…/pieces.yaml', many: true },
  { kind: 'sessions', holds: /^sessions\/[^/]+\.yaml$/, usual: 'sessions/', many: false },
  { kind: 'mails', holds: /^texts\/mails\.yaml$/, usual: 'texts/mails.yaml', many: true },
  { kind: 'cases', holds: inExam('cases/*.yaml'), usual: 'exams/…/cases/', many: true },
];

function inExam(file: string): RegExp {
  return new RegExp(`^exams/(?<exam>[^/]+)/${file.replace('.', '\\.').replace('*', '[^/]+')}$`);
}

type Opened = { readonly shelf: Shelf | undefined; readonly exam: string | null; readonly yaml: YamlFile };

function openedFile(file: PackFile, read: ReadYaml): Opened {
  const shelf = SHELVES.find(({ holds }) => holds.test(file.file));
  return { shelf, exam: shelf?.holds.exec(file.file)?.groups?.exam ?? null, yaml: read(file) };
}

type Found = { readonly kind: Kind; readonly exam: string | null; readonly value: unknown; readonly place: FilePlace };

/** Reads every file with the schema of its shelf, item by item: a fault in one keeps no other from being read. */
export function readFiles(files: readonly PackFile[], origin: PackOrigin, readYaml: ReadYaml): Read {
  const opened = files.map((file) => openedFile(file, readYaml));
  const yamlOf = new Map(opened.map(({ yaml }) => [yaml.file, yaml]));
  const faults = gatherFaults();
  const known = gatherKnown();
  const found: Found[] = [];

  for (const { shelf, exam, yaml } of opened) {
    if (shelf === undefined) {
      faults.add(yaml.file, () => yaml.faultAt([], texts.noSuchShelf(SHELVES.map(({ usual }) => usual))));
      continue;
    }
    for (const fault of yaml.faults) faults.add(yaml.file, fault);
    const items = itemsOf(yaml, shelf.many);
    if (items === null) known.unreadable(shelf.kind, exam);
    if (items === null && yaml.value !== undefined) faults.add(yaml.file, () => yaml.faultAt([], texts.listExpected));
    for (const { value, path } of items ?? []) {
      const kind = shelf.kind === 'sessions' && isRelative(value) ? 'relativeSessions' : shelf.kind;
      found.push({ kind, exam, value, place: { file: yaml.file, path } });
      const code = codeOf(value);
      if (code !== null) known.add(kind, exam, code);
    }
  }
  for (const { kind, exam, file } of emptyShelves(opened)) {
    faults.add(file, () => ({ file, line: 1, column: 1, path: '', message: texts.emptyShelf(kind) }));
    known.unreadable(kind, exam);
  }

  const read = <T>(kind: Kind, schema: z.ZodType<T>): readonly (Located<T> & Pick<Found, 'exam'>)[] =>
    found.flatMap((item) => {
      if (item.kind !== kind) return [];
      const parsed = schema.safeParse(item.value);
      if (parsed.success) return [{ value: parsed.data, place: item.place, exam: item.exam }];
      // A mail that another version sent, or wrote otherwise, is none of ours.
      if (kind === 'mails' && origin === 'published') return [];
      for (const { path, message } of issuesInFrench(parsed.error.issues, item.value, item.place.path.at(-1) ?? '')) {
        const place = { file: item.place.file, path: [...item.place.path, ...path] };
        faults.add(place.file, () => faultAt(place, message));
      }
      return [];
    });
  /** With the exam whose folder it stands in. */
  const readOfExam = <T extends object>(kind: Kind, schema: z.ZodType<T>): readonly Located<OfExam<T>>[] =>
    read(kind, schema).map(({ value, place, exam }) => ({ value: { ...value, exam: exam ?? '' }, place }));
  const faultAt = ({ file, path }: FilePlace, message: string): PackFault =>
    yamlOf.get(file)?.faultAt(path, message) ?? { file, line: 1, column: 1, path: '', message };

  const pack: LocatedPack = {
    installation: read('installation', Installation),
    academies: read('academies', Academy),
    departments: read('departments', Department),
    exams: read('exams', Exam),
    specialities: readOfExam('specialities', Speciality),
    regulations: readOfExam('regulations', Regulation),
    pieceTypes: readOfExam('pieceTypes', PieceType),
    sessions: read('sessions', Session),
    relativeSessions: read('relativeSessions', RelativeSession),
    mails: read('mails', MailTemplate),
    cases: readOfExam('cases', RuleCase),
  };
  return { pack, known, faults, faultAt };
}

/** What lacks as a whole: a kind of thing, or in the folder of one exam the file that every exam has. */
function emptyShelves(
  opened: readonly Opened[],
): readonly { readonly kind: Kind; readonly exam: string | null; readonly file: string }[] {
  const exams = [...new Set(opened.flatMap(({ exam }) => exam ?? []))];
  return SHELVES.flatMap(({ kind, usual }) => {
    const filled = opened.filter(({ shelf }) => shelf?.kind === kind);
    if (filled.length === 0) return [{ kind, exam: exams[0] ?? null, file: inFolderOf(exams[0], usual) }];
    if (!usual.endsWith('.yaml') || !usual.includes('…')) return [];
    const without = exams.filter((exam) => filled.every((one) => one.exam !== exam));
    return without.map((exam) => ({ kind, exam, file: inFolderOf(exam, usual) }));
  });
}

function inFolderOf(exam: string | undefined, usual: string): string {
  return exam === undefined ? usual : usual.replace('…', exam);
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
