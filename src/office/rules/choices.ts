import type { Catalogue } from '../../catalogue/index.ts';
import type { Option } from '../../ui/index.ts';
import type { Scope } from '../office.ts';

const alphabetical = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'fr');

/** The specialities of a scope. Two regulations of one trade bear the same name: the code tells them apart. */
export function specialityOptions(catalogue: Catalogue, scope: Scope): readonly Option[] {
  const { portfolios } = scope;
  const mine = catalogue
    .specialities()
    .filter((one) => one.dormant === undefined && (portfolios === null || portfolios.includes(one.portfolio.code)));
  const names = mine.map((one) => one.name);
  return mine
    .map(({ cfd, name }) => ({
      value: cfd,
      label: names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${cfd})`,
    }))
    .toSorted(alphabetical);
}

/** Types of pieces of a scope, in the catalogue's order. */
export function pieceOptions(catalogue: Catalogue, { pieces }: Pick<Scope, 'pieces'>): readonly Option[] {
  return catalogue
    .pieceTypes()
    .filter((type) => type.health === (pieces === 'confidential'))
    .map(({ code, label }) => ({ value: code, label: `${code}, ${label}` }));
}

export function sessionOptions(catalogue: Catalogue, scope: Scope): readonly Option[] {
  return scope.sessions.map((code) => {
    const session = catalogue.session(code);
    const label =
      session === undefined ? code : session.demonstration ? `${session.label} (démonstration)` : session.label;
    return { value: code, label };
  });
}

export function specialityName(catalogue: Catalogue, cfd: string): string {
  return catalogue.speciality(cfd)?.name ?? cfd;
}

export function pieceLabel(catalogue: Catalogue, code: string): string {
  return catalogue.pieceType(code)?.label ?? code;
}
