import type { Catalogue } from '../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses } from '../enrolment/index.ts';
import { messageAddresses } from '../messages/index.ts';
import type { Contact, NavigationItem } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.chrome;
/** `unread`: papers; `toRead`: messages of the office. */
export function candidateNavigation(
  enrolment: Enrolment | null,
  unread: number,
  toRead: number,
): readonly NavigationItem[] {
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
          {
            href: messageAddresses.messages(enrolment.id),
            label: say.messages,
            count: toRead,
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
