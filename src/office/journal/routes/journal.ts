import { h } from 'preact';
import { readsFiles, type SignedInStaff, type StaffMember } from '../../../accounts/index.ts';
import { enrolmentStream, readEnrolmentNumber } from '../../../enrolment/index.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { lastSeal } from '../../../platform/journalSeal.ts';
import { deskAddresses, JOURNAL_READERS, peopleOf, prefixesOf, scopeOf } from '../../../scope/index.ts';
import { refuseManaging, staffAddresses } from '../../../staff/index.ts';
import { frenchDate, show } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { entryInWords } from '../../file/rules/history.ts';
import { findByNumber, listJournal } from '../../store/journal.ts';
import { journalTexts } from '../journalTexts.ts';
import { type JournalAsked, JournalPage, type ShownMember, type Verified } from '../pages/journalPage.tsx';
import { ACT_KINDS, namesOf } from '../rules/actKind.ts';

export function journalRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/journal',
      who: deps.guards.staff(...JOURNAL_READERS),
      handle: (visit, staff) => showJournal(deps, visit, staff),
    }),
  ];
}

async function showJournal(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const catalogue = deps.catalogue();
  const asked = askedIn(visit.query);
  const { typed } = asked;
  const stream = typed === '' ? null : await streamOf(deps, staff, typed);
  const before =
    visit.query.avant !== undefined && /^\d{1,15}$/.test(visit.query.avant) ? Number(visit.query.avant) : null;
  const signIns = visit.query.connexions !== undefined;
  const members = await deps.accounts.listStaff(deps.db, staff.academy);
  const people = peopleOf(members, staff.accountId);
  const actor = members.find(({ accountId }) => accountId === asked.actor)?.accountId ?? null;
  const act = ACT_KINDS.find((kind) => kind === asked.act) ?? null;
  const day = dayIn(asked.day);
  const say = journalTexts;
  // What can't be looked for is said, and nothing is shown in its place: the whole journal would pass for what was asked.
  const faults = [
    ...unknownIn(visit.query).map(say.unknownFilter),
    ...(typed !== '' && stream === null ? [say.wrongNumber(typed)] : []),
    ...(asked.actor !== '' && actor === null ? [say.wrongActor(asked.actor)] : []),
    ...(asked.act !== '' && act === null ? [say.wrongAct(asked.act)] : []),
    ...(day === undefined ? [say.wrongDay(asked.day)] : []),
  ];
  const { lines, more } =
    faults.length > 0 || day === undefined
      ? { lines: [], more: false }
      : await listJournal(deps.db, staff.academy, {
          stream,
          actor,
          names: act === null ? null : namesOf(deps.definedEvents, act),
          day,
          before,
          signIns,
        });
  const verified =
    visit.query.verifier === undefined ? null : await verify(deps.db, [...new Set(lines.map((line) => line.stream))]);
  return show(
    h(JournalPage, {
      ...(await deps.frame(visit, staff)),
      academy: catalogue.academy(staff.academy)?.name ?? staff.academy,
      asked,
      faults,
      members: members.map(({ accountId, name }) => ({ value: accountId, label: name })),
      seal: await lastSeal(deps.db),
      before,
      signIns,
      more,
      verified,
      entries: lines.map((line) => ({
        id: line.id,
        at: line.at,
        what: entryInWords(deps, line.session, line),
        who: people(line.actorKind, line.actorId),
        file:
          line.enrolment === null
            ? null
            : {
                number: line.enrolment.number,
                href: readsFiles(staff) ? deskAddresses.file(line.enrolment.id) : null,
              },
        member:
          line.draftSince === null
            ? memberOf(staff, members, line.account)
            : { name: journalTexts.draft(line.draftSince), href: null },
      })),
    }),
  );
}

/** What was asked for, as it was typed. */
function askedIn({ numero = '', par = '', acte = '', jour = '' }: Visit['query']): JournalAsked {
  const short = (words: string): string => words.trim().slice(0, LONGEST);
  return { typed: short(numero), actor: short(par), act: short(acte), day: short(jour) };
}

/** What the page is asked by; `message` says what was just done. */
const KNOWN = ['numero', 'par', 'acte', 'jour', 'connexions', 'avant', 'verifier', 'message'];
const MOST_NAMED = 5;

/** Filters of an address typed by hand that this page doesn't have: the first of them. */
function unknownIn(query: Visit['query']): readonly string[] {
  const names = Object.keys(query).filter((name) => !KNOWN.includes(name));
  return names.slice(0, MOST_NAMED).map((name) => name.slice(0, LONGEST));
}

/** The identity of a person is the longest. */
const LONGEST = 40;

/** undefined: it is none. */
function dayIn(typed: string): Temporal.PlainDate | null | undefined {
  return typed === '' ? null : frenchDate().safeParse(typed).data;
}

/** A link only to the page of whom this person may change: it exists for nobody else. */
function memberOf(staff: SignedInStaff, members: readonly StaffMember[], account: string | null): ShownMember {
  const found = members.find(({ accountId }) => accountId === account);
  if (found === undefined) return null;
  return {
    name: found.name,
    href: refuseManaging(staff, found) === null ? staffAddresses.member(found.accountId) : null,
  };
}

async function streamOf(deps: OfficeDeps, staff: SignedInStaff, typed: string): Promise<string | null> {
  const catalogue = deps.catalogue();
  const scope = scopeOf(staff, catalogue);
  const number = readEnrolmentNumber(typed, prefixesOf(catalogue, scope));
  const id = number === null ? null : await findByNumber(deps.db, scope.academy, scope.sessions, number);
  return id === null ? null : enrolmentStream(id);
}

/** Bounded: only the chains of the page, at most fifty, each read whole. */
async function verify(db: Database, streams: readonly string[]): Promise<Verified> {
  let broken = 0;
  for (const stream of streams) broken += (await verifyJournal(db, stream)).length;
  return { chains: streams.length, broken };
}
