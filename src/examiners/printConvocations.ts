import path from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import type { PdfRenderer } from '../platform/pdf/renderPdf.ts';
import { parisDay } from '../platform/time.ts';
import { shortDay } from '../ui/index.ts';
import { boardTexts } from './boardTexts.ts';
import type { Told, ToldMember } from './convening.ts';
import { conveningTexts, whenOf } from './conveningTexts.ts';
import type { Examiner } from './examiners.ts';
import { namingOf, officeOf, placeOf } from './naming.ts';
import { stillTold } from './rules/toTell.ts';

const TEMPLATE = path.join(import.meta.dirname, 'templates', 'convocation.typ');
const say = conveningTexts.paper;

/** What one person is told of one session. */
export type Convocation = {
  readonly person: Examiner;
  readonly session: string;
  readonly members: readonly ToldMember[];
  readonly code: string | null;
};

/** What somebody was told that is still ahead, by session; of what they said no to, nothing. */
export function convocationsOf(
  people: readonly Examiner[],
  members: readonly ToldMember[],
  codes: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): readonly Convocation[] {
  const by = Map.groupBy(stillTold(members, now), ({ examinerId }) => examinerId);
  return people.flatMap((person) =>
    [...Map.groupBy(by.get(person.id) ?? [], ({ session }) => session)].map(([session, theirs]) => ({
      person,
      session,
      members: theirs,
      code: codes.get(`${person.id} ${session}`) ?? null,
    })),
  );
}

/** One PDF, each of them from a page of its own: by post, or printed by whoever was told. */
export function printConvocations(
  pdf: PdfRenderer,
  catalogue: Catalogue,
  academy: string,
  { convocations, now }: { readonly convocations: readonly Convocation[]; readonly now: Temporal.Instant },
): Promise<Buffer> {
  const { year, month, day } = parisDay(now);
  const letterhead = catalogue.academy(academy)?.letterhead;
  const data = {
    title: say.title,
    day: { year, month, day },
    paging: { page: say.page, of: say.of },
    letterhead:
      letterhead === undefined
        ? []
        : [letterhead.authority, letterhead.academy, letterhead.division, letterhead.bureau],
    date: shortDay(parisDay(now)),
    columns: say.columns,
    sheets: convocations.map((one) => sheetOf(catalogue, academy, one)),
  };
  return pdf.render({ template: TEMPLATE, data });
}

/** Below the name, as on an envelope. */
export function addressOf({ title, employer, postal }: Examiner): readonly string[] {
  const lines = postal === '' ? [title, employer] : postal.split(',').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function sheetOf(catalogue: Catalogue, academy: string, { person, session, members, code }: Convocation) {
  const name = `${person.firstName} ${person.lastName}`;
  const nameOf = namingOf(catalogue, session);
  const row = (told: Told) => [whenOf(told), `${nameOf(told)}. ${boardTexts.held[told.held]}.`, placeOf(told)];
  const rows = (cancelled: boolean) =>
    members.flatMap(({ told }) => (told === null || (told.cancelled === true) !== cancelled ? [] : [row(told)]));
  const exam = catalogue.exam(catalogue.session(session)?.exam ?? '');
  const leave = exam?.examiners?.leave;
  const isUnsure = leave?.confidence === 'uncertain' || leave?.confidence === 'unknown';
  return {
    to: [name, ...addressOf(person)],
    subject: `${exam?.name ?? ''}, ${catalogue.session(session)?.label ?? session}`,
    intro: say.intro(members.some(({ told }) => told?.held === 'jury')),
    rows: rows(false),
    gone: { title: say.gone, rows: rows(true) },
    code: code === null ? null : { label: say.code, value: code, text: say.codeText },
    employer:
      person.side !== 'employee' || leave === undefined
        ? null
        : {
            title: say.employer,
            text: `${say.employerText(name)} ${say.leave(leave.days)}${isUnsure ? ` ${say.unsure}` : ''}`,
          },
    answer: say.answer(officeOf(catalogue, academy, members)),
    footer: say.footer(say.title, name),
  };
}
