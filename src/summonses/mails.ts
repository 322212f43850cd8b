import { defineMail } from '../catalogue/index.ts';
import { asList, bodyOf, LOSES, type MailValues, OF_ENROLMENT } from '../post/index.ts';
import { convocationTexts as say } from './convocationTexts.ts';

export const summonsMails = {
  issued: defineMail(
    { code: 'summons.issued' },
    {
      name: 'Convocation',
      given: [...OF_ENROLMENT, 'first'],
      needs: {
        number: LOSES.number,
        first: 'le candidat ne saurait pas quand les épreuves commencent pour lui',
        link: "le candidat n'aurait pas sa convocation",
      },
    },
  ),
  changed: defineMail(
    { code: 'summons.changed' },
    {
      name: 'Convocation modifiée',
      given: [...OF_ENROLMENT, 'first', 'changes'],
      needs: {
        number: LOSES.number,
        changes: 'le candidat ne saurait pas ce qui change',
        link: "le candidat n'aurait pas sa convocation",
      },
    },
  ),
  void: defineMail(
    { code: 'summons.void' },
    {
      name: 'Convocation annulée',
      given: [...OF_ENROLMENT, 'changes'],
      needs: { number: LOSES.number, changes: 'le candidat ne saurait pas pourquoi', link: LOSES.link },
    },
  ),
  /** On the day itself: a letter would come after it. */
  callMoved: defineMail(
    { code: 'summons.callMoved', onlyByMail: true },
    (of: MailValues & { readonly lines: readonly string[] }) => ({
      subject: say.moved.subject(of.number),
      body: bodyOf(of, [say.moved.lead, asList(of.lines), say.moved.onTheWay]),
    }),
  ),
};
