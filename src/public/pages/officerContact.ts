import type { Academy, Catalogue, Portfolio, Speciality } from '../../catalogue/index.ts';
import type { Contact } from '../../ui/index.ts';
import { texts } from '../texts.ts';

/** An officer's desk: the service, its phone and its mailbox; never a person. */
export function officerContact(academy: Academy, portfolio: Portfolio): Contact {
  return {
    service: texts.officer(portfolio.code),
    person: academy.letterhead.bureau,
    phone: portfolio.phone,
    mail: portfolio.mailbox,
    ...(academy.officeHours === null ? {} : { hours: academy.officeHours }),
  };
}

/** The same where the officer's name stands above: the fields instead. */
export function deskContact(academy: Academy, portfolio: Portfolio): Contact {
  const { person: _, ...contact } = officerContact(academy, portfolio);
  return { ...contact, service: `${portfolio.fields.join(', ')}.` };
}

/** Whom each of the academies names for a speciality. */
export function officersFor(
  catalogue: Catalogue,
  speciality: Speciality,
  academies: readonly Academy[],
): readonly { readonly academy: Academy; readonly portfolio: Portfolio }[] {
  return academies.flatMap((academy) => {
    const portfolio = catalogue.portfolioOf(speciality, academy.code);
    return portfolio === undefined ? [] : [{ academy, portfolio }];
  });
}
