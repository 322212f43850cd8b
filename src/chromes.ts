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
  /** Of the pages of an account: the staff keep the menu of their own door there. */
  readonly account: (visit: Visit, options: { readonly session: SignedInPerson | null }) => Promise<Chrome>;
  readonly candidate: (visit: Visit, candidate: SignedInCandidate, enrolment: Enrolment | null) => Promise<Chrome>;
  /** Of who checks candidates in at a centre: made for a phone. */
  readonly centre: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** Of who examines: their convocations and nothing else. */
  readonly examiner: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** Of a page that a device keeps: nobody's. */
  readonly kept: (visit: Visit) => Chrome;
  /** Of a page that is the same for everybody. */
  readonly visitor: (visit: Visit) => Chrome;
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
    pageHelp: helpAt(visit.address, staff.role),
  });
  /** Of who works for whichever session is held: the one whose enrolments are open isn't theirs. */
  const ofAnySession = (visit: Visit, staff: SignedInStaff): Chrome => {
    const academy = site.catalogue().academy(staff.academy);
    const chrome = around(visit, staff);
    return {
      ...chrome,
      exam: academy === undefined ? chrome.exam : academyName(academy),
      strip: null,
      pageHelp: helpAt(visit.address, staff.role),
    };
  };
  const centre = (visit: Visit, staff: SignedInStaff): Chrome => ({
    ...ofAnySession(visit, staff),
    home: attendanceAddresses.day(),
    navigation: keeperNavigation,
  });
  const examiner = (visit: Visit, staff: SignedInStaff): Chrome => ({
    ...ofAnySession(visit, staff),
    home: examinerAddresses.own(),
    navigation: examinerNavigation.toSpliced(1, 0, markingNavigation),
  });
  const ofStaff = async (visit: Visit, staff: SignedInStaff): Promise<Chrome> => {
    if (staff.role === 'centre') return centre(visit, staff);
    return staff.role === 'examiner' ? examiner(visit, staff) : await office(visit, staff);
  };
  return {
    account: async (visit, { session }) => {
      const chrome = around(visit, session);
      const pageHelp = session?.kind === 'staff' ? helpAt(visit.address, session.role) : null;
      if (session?.kind !== 'staff' || pageHelp === null) return chrome;
      const { home, navigation } = await ofStaff(visit, session);
      return { ...chrome, home, navigation, pageHelp };
    },
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
    centre: async (...at) => centre(...at),
    examiner: async (...at) => examiner(...at),
    kept: (visit) => ({
      ...visitorChrome(site, visit, { session: null, csrf: null }),
      home: attendanceAddresses.day(),
      navigation: [],
      banners: [],
      strip: null,
    }),
    visitor: (visit) => around(visit, null),
    office,
    desk: async (visit, staff) => frameOf(await office(visit, staff), visit, FLASHES),
  };
}
