import { actBy, type Candidate, hasMailbox, personName } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  type Enrolment,
  enrolmentRefusals,
  enrolmentStream,
  enrolmentTexts,
  entryWindow,
  findEnrolmentOf,
  lastEntry,
  type OpenedForWriting,
  type Pen,
  readEnrolmentId,
  type TypedEntry,
} from '../../enrolment/index.ts';
import { type Guard, isDenial, reaching } from '../../platform/http/visit.ts';
import { isRecent } from '../../platform/journal.ts';
import { type AtDesk, atDesk, deskAddresses, recordOpening, visibleEnrolment } from '../../scope/index.ts';
import { addresses as personAddresses } from '../addresses.ts';
import type { PersonDeps } from '../deps.ts';
import { typingTexts } from './typingTexts.ts';

export type AtTyping = AtDesk & {
  readonly enrolment: Enrolment;
  readonly candidate: Candidate;
  /** The one that is open, or the last; null: there was none. */
  readonly entry: TypedEntry | null;
};

/** What somebody said of themselves opens their draft for so long to who was told: a call, and what it takes after. */
const FOUND_FOR = Temporal.Duration.from({ hours: 8 });

/**
 * The enrolment in the address (`:id`) for who may type in its candidate's name: a registered one, whoever reads that file; a draft,
 * which is nobody's at the office, whoever was asked and opened it, who runs the office, and whoever found it by what its owner said.
 */
export function typingAtDesk(deps: PersonDeps): Guard<AtTyping> {
  const desk = atDesk(deps);
  return reaching(desk, 'typing for a candidate of theirs', async (at, visit) => {
    const id = readEnrolmentId(visit.params.id);
    const enrolment = id === null ? null : await findEnrolmentOf(deps.db, at.scope.academy, id);
    if (enrolment === null) return null;
    const entry = await lastEntry(deps.db, enrolment.id);
    const isTheirs =
      enrolment.number === null
        ? (entry !== null && (entry.officerId === at.staff.accountId || at.scope.portfolios === null)) ||
          (await isRecent(deps.db, enrolmentStream(enrolment.id), 'draft.found', actBy(visit, at.staff), FOUND_FOR))
        : (await visibleEnrolment(deps.db, at.scope, enrolment.id)) !== null;
    const candidate = isTheirs ? await deps.accounts.findCandidate(deps.db, enrolment.candidateId) : null;
    if (candidate === null) return null;
    await recordOpening(deps, actBy(visit, at.staff), { enrolment });
    return { ...at, enrolment, candidate, entry };
  });
}

/** The same with the pen in hand, while the entry that this officer opened is open. */
export function writtenByOfficer(deps: PersonDeps): Guard<OpenedForWriting> {
  const typing = typingAtDesk(deps);
  return {
    name: typing.name,
    admit: async (visit) => {
      const at = await typing.admit(visit);
      if (isDenial(at)) return at;
      return { person: at.candidate, enrolment: at.enrolment, pen: officePen(deps, at) };
    },
  };
}

const OWN_WORDS: Readonly<Record<string, string>> = enrolmentTexts.entry.refusals;
/** What the pages of the steps say where no version was made, as the pages of the office say it. */
const MESSAGES: Readonly<Record<string, keyof typeof typingTexts.flash>> = {
  'enregistre-sans-signer': 'saisie-sans-effet',
  inchange: 'saisie-sans-effet',
  'pas-maintenant': 'saisie-fermee',
};

function officePen(deps: PersonDeps, { staff, scope, enrolment, candidate, entry: last }: AtTyping): Pen {
  const theirs = last?.officerId === staff.accountId ? last : null;
  const entry = theirs?.endedAt === null ? theirs : null;
  const isDraft = enrolment.number === null;
  const hub = (id: string): string => (isDraft ? personAddresses.paperEnrolment() : deskAddresses.file(id));
  const mayFollow = (portfolio: string): boolean => scope.portfolios === null || scope.portfolios.includes(portfolio);
  return {
    by: 'office',
    act: (visit) => ({ ...actBy(visit, staff), onBehalfOf: candidate.accountId }),
    addresses: {
      hub,
      step: (id, step) => personAddresses.typing(id, step),
      change: (id, step) => `${personAddresses.typing(id, step)}?changer=1`,
      abandon: personAddresses.leaveTyping,
    },
    chrome: (visit) => deps.chrome(visit, staff),
    window: (session) => (entry === null ? session.window : entryWindow(entry, session)),
    inWords: (refusal) => OWN_WORDS[refusal.code] ?? enrolmentRefusals.inWords(refusal),
    done: (id, message) => {
      const refused = MESSAGES[message];
      const said = refused ?? (hasMailbox(candidate) ? 'saisie-enregistree' : 'saisie-papier');
      return isDraft && refused !== undefined
        ? personAddresses.paperEnrolment({ message: said })
        : deskAddresses.file(id, { message: said });
    },
    entry,
    lastEntry: theirs,
    inNameOf: personName(candidate),
    mayFollow,
    refuseSpeciality: (catalogue, cfd) => refuseSpeciality(catalogue, cfd, scope.academy, mayFollow),
  };
}

function refuseSpeciality(
  catalogue: Catalogue,
  cfd: string,
  academy: string,
  mayFollow: (portfolio: string) => boolean,
): string | null {
  const portfolio = catalogue.portfolioOf({ cfd }, academy)?.code;
  return portfolio === undefined || mayFollow(portfolio) ? null : typingTexts.speciality(portfolio);
}
