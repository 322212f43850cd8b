import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses } from '../enrolment/index.ts';
import { type Contact, distance, instantInWords, type NavigationItem, type Strip } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.chrome;
const DAY = Temporal.Duration.from({ hours: 24 });
const WEEK = Temporal.Duration.from({ hours: 24 * 7 });

/** The thin strip: until when, in words. Never red before the last 24 hours, and then only while there is time left. */
export function deadlineStrip(session: Pick<ResolvedSession, 'window'>, now: Temporal.Instant): Strip {
  const { opensAt, closesAt } = session.window;
  if (Temporal.Instant.compare(now, opensAt) < 0)
    return { tone: 'neutral', text: say.opensOn(instantInWords(opensAt), distance(now, opensAt)) };
  if (Temporal.Instant.compare(now, closesAt) >= 0)
    return { tone: 'neutral', text: say.closedSince(instantInWords(closesAt)) };
  const left = now.until(closesAt);
  const tone =
    Temporal.Duration.compare(left, DAY) < 0
      ? 'danger'
      : Temporal.Duration.compare(left, WEEK) < 0
        ? 'warn'
        : 'neutral';
  return { tone, text: say.openUntil(instantInWords(closesAt), distance(now, closesAt)) };
}

export function candidateNavigation(enrolment: Enrolment | null, unread: number): readonly NavigationItem[] {
  const documents =
    enrolment === null || enrolment.number === null
      ? []
      : [
          {
            href: `${enrolmentAddresses.hub(enrolment.id)}/documents`,
            label: say.documents,
            count: unread,
            countLabel: say.unread,
          },
        ];
  return [
    { href: enrolmentAddresses.list, label: say.enrolments },
    ...documents,
    { href: '/compte', label: say.account },
  ];
}

/** The officer in charge of this file's speciality, once it is chosen. */
export function officerOf(catalogue: Catalogue, enrolment: Enrolment): Contact | null {
  const answers = enrolment.working ?? enrolment.registered;
  const cfd = answers?.qualification?.speciality;
  const speciality = typeof cfd === 'string' ? catalogue.speciality(cfd) : undefined;
  const portfolio = speciality === undefined ? undefined : catalogue.portfolioOf(speciality, enrolment.academy);
  const academy = catalogue.academy(enrolment.academy);
  if (portfolio === undefined || academy === undefined) return null;
  const { bureau } = academy.letterhead;
  return {
    service: bureau,
    person: say.officer(portfolio.code),
    phone: portfolio.phone,
    mail: portfolio.mailbox,
    ...(academy.officeHours === null ? {} : { hours: academy.officeHours }),
  };
}
