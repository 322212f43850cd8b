import { defineMail } from '../catalogue/index.ts';
import { type LoanTold, placesTexts } from './placesTexts.ts';

const say = placesTexts.loans.mail;

/** What whoever runs the other office is told of a room that comes, or goes back. */
export const loanMails = {
  lent: defineMail({ code: 'room.lent', to: 'staff' }, (of: LoanTold) => say.lent(of)),
  takenBack: defineMail({ code: 'room.takenBack', to: 'staff' }, (of: LoanTold) => say.takenBack(of)),
};
