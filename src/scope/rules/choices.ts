import { type Catalogue, type ResolvedSession, sessionWithExam } from '../../catalogue/index.ts';
import type { Option } from '../../ui/index.ts';
import type { Scope } from '../scope.ts';

const alphabetical = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'fr');

/** The exams of the sessions of a scope. */
function examsOf(catalogue: Catalogue, { sessions }: Pick<Scope, 'sessions'>): readonly string[] {
  return [...new Set(sessions.flatMap((code) => catalogue.session(code)?.exam ?? []))];
}

/** The specialities of a scope. Two regulations of one trade bear the same name: the code tells them apart. */
export function specialityOptions(catalogue: Catalogue, scope: Scope): readonly Option[] {
  const { portfolios } = scope;
  const exams = examsOf(catalogue, scope);
  const mine = catalogue
    .specialities()
    .filter((one) => one.dormant === undefined && exams.includes(one.exam))
    .filter((one) => portfolios === null || portfolios.includes(catalogue.portfolioOf(one, scope.academy)?.code ?? ''));
  const names = mine.map((one) => one.name);
  return mine
    .map(({ cfd, name }) => ({
      value: cfd,
      label: names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${cfd})`,
    }))
    .toSorted(alphabetical);
}

/** Types of pieces of a scope, in the catalogue's order; what two exams ask for under one code is one choice. */
export function pieceOptions(catalogue: Catalogue, scope: Pick<Scope, 'pieces' | 'sessions'>): readonly Option[] {
  const types = examsOf(catalogue, scope)
    .flatMap((exam) => catalogue.pieceTypes(exam))
    .filter((type) => type.health === (scope.pieces === 'confidential'));
  return [...Map.groupBy(types, ({ code }) => code)].map(([code, some]) => ({
    value: code,
    label: `${code}, ${[...new Set(some.map(({ label }) => label))].join(' / ')}`,
  }));
}

export function sessionOptions(catalogue: Catalogue, scope: Scope): readonly Option[] {
  return scope.sessions.map((code) => ({ value: code, label: nameOfSession(catalogue, code) }));
}

/** The demonstration's stands beside another of the same year. */
export function sessionName(catalogue: Catalogue, session: ResolvedSession): string {
  const name = sessionWithExam(catalogue, session);
  return session.demonstration ? `${name} (démonstration)` : name;
}

export function nameOfSession(catalogue: Catalogue, code: string): string {
  const session = catalogue.session(code);
  return session === undefined ? code : sessionName(catalogue, session);
}

export function specialityName(catalogue: Catalogue, cfd: string): string {
  return catalogue.speciality(cfd)?.name ?? cfd;
}

export function pieceLabel(catalogue: Catalogue, piece: Parameters<Catalogue['pieceType']>[0]): string {
  return catalogue.pieceType(piece)?.label ?? piece.code;
}
