import { type Academy, academyAt, type Catalogue, type Exam, type ResolvedSession } from '../../catalogue/index.ts';

/** An exam in an academy whose officers follow a speciality of it. */
export type Offering = { readonly exam: Exam; readonly academy: Academy };

/** What a visitor looks at; null where the house has several and none was chosen. */
export type Scope = {
  readonly exam: Exam | null;
  readonly academy: Academy | null;
  /** The name of the house leads to this academy: there is no other to choose. */
  readonly fixed: boolean;
  /** What it holds, exam first, then academy, in the order of the pack. */
  readonly offerings: readonly Offering[];
};

type Asked = {
  readonly host?: string | undefined;
  readonly exam?: string | undefined;
  readonly academy?: string | undefined;
};

/**
 * What the host's academy has, or the house; of it the exam chosen, else the only one; of that the academy chosen, else the
 * only one. A choice that isn't there is no choice.
 */
export function scopeOf(catalogue: Catalogue, { host, exam, academy }: Asked): Scope {
  const led = academyAt(catalogue.academies(), host);
  const all = offeringsOf(catalogue);
  const here = led === undefined ? all : all.filter((one) => one.academy === led);
  const ofExam = orAll(here, (one) => one.exam.code === exam);
  const offerings = orAll(ofExam, (one) => one.academy.code === academy);
  return {
    exam: only(offerings.map((one) => one.exam)),
    academy: led ?? only(offerings.map((one) => one.academy)),
    fixed: led !== undefined,
    offerings,
  };
}

/** What may be chosen there: the exams of the academy, and the academies of the exam. */
export function choicesOf(
  catalogue: Catalogue,
  { academy, exam, fixed }: Scope,
): {
  readonly exams: readonly Exam[];
  readonly academies: readonly Academy[];
} {
  const all = offeringsOf(catalogue);
  const here = fixed ? all.filter((one) => one.academy === academy) : all;
  return {
    exams: distinct(here.map((one) => one.exam)),
    academies: fixed ? [] : distinct(all.filter((one) => exam === null || one.exam === exam).map((one) => one.academy)),
  };
}

/** What of it an address must say: only what the house has several of. */
export function choiceOf(catalogue: Catalogue, { exam, academy }: Scope): Choice {
  const whole = scopeOf(catalogue, {});
  return {
    ...(whole.exam === null && exam !== null && { examen: exam.code }),
    ...(whole.academy === null && academy !== null && { academie: academy.code }),
  };
}

/** In the order of the offerings, those of one in theirs. */
export function sessionsIn(catalogue: Catalogue, { offerings }: Pick<Scope, 'offerings'>): readonly ResolvedSession[] {
  const all = catalogue.sessions();
  return offerings.flatMap(({ exam, academy }) =>
    all.filter((session) => session.exam === exam.code && session.academy === academy.code),
  );
}

export function academiesIn({ academy, offerings }: Scope): readonly Academy[] {
  return academy === null ? distinct(offerings.map((one) => one.academy)) : [academy];
}

export function academiesOf({ offerings }: Scope, exam: Exam): readonly Academy[] {
  return offerings.filter((one) => one.exam === exam).map(({ academy }) => academy);
}

export function examsIn({ offerings }: Scope): readonly Exam[] {
  return distinct(offerings.map((one) => one.exam));
}

/** The names that carry a choice in an address, in their order there. */
export const CHOICE = ['examen', 'academie'] as const;
export type Choice = { readonly [Name in (typeof CHOICE)[number]]?: string | null };

/** An address with this choice, `null` to take one away, and all else that it says. */
export function choosing(address: string, choice: Choice): string {
  const [path = '', typed = ''] = address.split('?');
  const query = new URLSearchParams(typed);
  for (const name of CHOICE) {
    const value = choice[name];
    if (value === undefined) continue;
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The choice that an address carries, for the hidden fields of its forms. */
export function choiceIn(address: string): Readonly<Record<string, string>> {
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  return Object.fromEntries(
    CHOICE.flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** Another page, with the choice of the address that one comes from. */
export function carrying(href: string, from: string): string {
  return choosing(href, choiceIn(from));
}

/** The same address without a choice that isn't there: it is no choice, and its page that of all. */
export function choosingWhatIsThere(catalogue: Catalogue, address: string): string {
  const { examen = '', academie = '' } = choiceIn(address);
  const exam = catalogue.exam(examen)?.code ?? null;
  const academy = catalogue.academy(academie)?.code ?? null;
  return choosing(address, { examen: exam, academie: academy });
}

/** Does the address say nothing but a choice? Then its page is the same for all, and there are few. */
export function isPlain(address: string): boolean {
  return carrying(address.split('?')[0] ?? '', address) === address;
}

function offeringsOf(catalogue: Catalogue): readonly Offering[] {
  return catalogue.exams().flatMap((exam) =>
    catalogue
      .academies()
      .filter(({ portfolios }) =>
        portfolios.some(({ specialities }) =>
          specialities.some(({ cfd }) => catalogue.speciality(cfd)?.exam === exam.code),
        ),
      )
      .map((academy) => ({ exam, academy })),
  );
}

function orAll<One>(all: readonly One[], fits: (one: One) => boolean): readonly One[] {
  const found = all.filter(fits);
  return found.length > 0 ? found : all;
}

function only<One>(all: readonly One[]): One | null {
  const [first, ...others] = distinct(all);
  return first !== undefined && others.length === 0 ? first : null;
}

function distinct<One>(all: readonly One[]): readonly One[] {
  return [...new Set(all)];
}
