import type { Contact } from '../ui/index.ts';
import type { Dossier } from './dossier.ts';
import { texts as say } from './steps/qualification/texts.ts';
import { textIn } from './steps/reading.ts';

/** Who looks at a situation: the officer of the speciality chosen; before one is, those of the academy, by trade. */
export function officersToAsk({
  catalogue,
  academy,
  answers,
}: Pick<Dossier, 'catalogue' | 'academy' | 'answers'>): readonly Contact[] {
  const speciality = catalogue.speciality(textIn(answers.qualification ?? {}, 'speciality'));
  const own = speciality === undefined ? undefined : catalogue.portfolioOf(speciality, academy.code);
  return (own === undefined ? academy.portfolios : [own]).map(({ code, fields, phone, mailbox }) => ({
    service: say.officer(code),
    person: fields.join(', '),
    phone,
    mail: mailbox,
  }));
}
