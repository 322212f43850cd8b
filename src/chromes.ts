import type { SignedInCandidate, SignedInPerson, SignedInStaff } from './accounts/index.ts';
import { attendanceAddresses, keeperNavigation } from './attendance/index.ts';
import { candidateNavigation, officerOf } from './candidate/index.ts';
import { academyName, type Catalogue, type ResolvedSession } from './catalogue/index.ts';
import { countUnread } from './documents/index.ts';
import { countSubmitted } from './editor/index.ts';
import type { Enrolment } from './enrolment/index.ts';
import { examinerAddresses, examinerNavigation } from './examiners/index.ts';
import { FLASHES } from './flashes.ts';
import type { Banner } from './incidents/index.ts';
import { markingNavigation } from './marking/index.ts';
import { countUnreadMessages } from './messages/index.ts';
import { officeCounts, officeNavigation, seasonFor } from './office/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/database.ts';
import type { Visit } from './platform/http/visit.ts';
import { visitorChrome } from './public/index.ts';
import { helpAt } from './staffHelp.ts';
import { type Chrome, frameOf, type PageFrame } from './ui/index.ts';

type Site = {
  readonly db: Database;
  readonly catalogue: () => Catalogue;
  readonly clock: Clock;
  readonly demonstration: boolean;
  readonly publicUrl: URL;
  readonly banners: () => readonly Banner[];
  readonly tour: (visit: Pick<Visit, 'cookies'>) => Chrome['tour'];
};

export type ChromeMakers = {
  readonly account: (visit: Visit, options: { readonly session: SignedInPerson | null }) => Chrome;
  readonly candidate: (visit: Visit, candidate: SignedInCandidate, enrolment: Enrolment | null) => Promise<Chrome>;
  /** Of who checks candidates in at a centre: made for a phone. */
  readonly centre: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** Of who examines: their convocations and nothing else. */
  readonly examiner: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** Of a page that a device keeps: nobody's. */
  readonly kept: (visit: Visit) => Chrome;
  readonly office: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** The same, with what was just done there. */
  readonly desk: (visit: Visit, staff: SignedInStaff) => Promise<PageFrame>;
};

/** What stands around the pages of each door: where one may go, the deadline, whom to ask. */
export function chromeMakers(site: Site): ChromeMakers {
  const around = (visit: Visit, session: SignedInPerson | null, about?: ResolvedSession): Chrome =>
    visitorChrome(site, visit, { session, csrf: visit.csrf(), about });
  const office = async (visit: Visit, staff: SignedInStaff): Promise<Chrome> => ({
    ...around(visit, staff),
    density: 'dense',
    home: '/gestion',
    navigation: officeNavigation(
      staff,
      await officeCounts(site.db, site.catalogue(), staff, (academy) => countSubmitted(site.db, academy)),
      seasonFor(site.catalogue(), staff, site.clock.now()),
    ),
    officer: null,
    pageHelp: helpAt(visit.address),
  });
  /** Of who works for whichever session is held: the one whose enrolments are open isn't theirs. */
  const ofAnySession = (visit: Visit, staff: SignedInStaff): Chrome => {
    const academy = site.catalogue().academy(staff.academy);
    const chrome = around(visit, staff);
    return {
      ...chrome,
      exam: academy === undefined ? chrome.exam : academyName(academy),
      strip: null,
      pageHelp: helpAt(visit.address),
    };
  };
  return {
    account: (visit, { session }) => ({
      ...around(visit, session),
      pageHelp: session !== null && 'role' in session ? helpAt(visit.address) : null,
    }),
    candidate: async (visit, candidate, enrolment) => {
      const catalogue = site.catalogue();
      const registered = enrolment !== null && enrolment.number !== null ? enrolment : null;
      const [unread, toRead] =
        registered === null
          ? [0, 0]
          : await Promise.all([countUnread(site.db, registered.id), countUnreadMessages(site.db, registered.id)]);
      const session = enrolment === null ? undefined : catalogue.session(enrolment.session);
      return {
        ...around(visit, candidate, session),
        home: '/candidatures',
        navigation: candidateNavigation(enrolment, unread, toRead),
        officer: enrolment === null ? null : officerOf(catalogue, enrolment),
      };
    },
    centre: async (visit, staff) => ({
      ...ofAnySession(visit, staff),
      home: attendanceAddresses.day(),
      navigation: keeperNavigation,
    }),
    examiner: async (visit, staff) => ({
      ...ofAnySession(visit, staff),
      home: examinerAddresses.own(),
      navigation: examinerNavigation.toSpliced(1, 0, markingNavigation),
    }),
    kept: (visit) => ({
      ...visitorChrome(site, visit, { session: null, csrf: null }),
      home: attendanceAddresses.day(),
      navigation: [],
      banners: [],
      strip: null,
    }),
    office,
    desk: async (visit, staff) => frameOf(await office(visit, staff), visit, FLASHES),
  };
}
