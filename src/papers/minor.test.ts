import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { answerNotice } from '../accounts/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { parisDay } from '../platform/time.ts';
import { COIFFURE, ORDINARY_DAY, type TestEnrolment } from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { addresseeOf, envelopeLines } from './actions/noticeLetters.ts';
import { noticeWayOf } from './actions/openNotice.ts';
import { notifiedBlock } from './contents/notified.ts';

const MAIL = 'paul.martin@domaine.fr';
const guardian = {
  guardianName: 'Martin',
  guardianFirstNames: 'Paul',
  guardianPhone: '0698765432',
  guardianMail: MAIL,
};
const birthDate = Temporal.PlainDate.from('2006-04-12');

const { db, registered } = await stage(papersRoom());
const minor = await registered({
  status: { birthDate },
  answers: {
    identification: { ...COIFFURE.identification, ...guardian },
    informations: { ...COIFFURE.informations, from1: '01/09/2022' },
  },
});

const wayOf = ({ candidate, enrolment }: TestEnrolment) =>
  db.transaction().execute((tx) => noticeWayOf(tx, { candidate, enrolment }, ORDINARY_DAY));

describe('What a minor is told', () => {
  it('by mail, their representative is told too, in the same words, and says so; a refusal of theirs is nobody s', async () => {
    const [own] = await mailsTo(db, minor.candidate.address);
    const [copy, ...others] = await mailsTo(db, MAIL);
    expect(others).toEqual([]);
    expect(copy?.subject).toBe(own?.subject);
    const said = "Copie pour Paul Martin, représentant légal de Camille Martin, qui n'a pas 18\u00a0ans.";
    expect(copy?.body.startsWith(said)).toBe(true);
    expect(copy?.body.endsWith(own?.body ?? '?')).toBe(true);
    const { rows } = await sql<{
      id: string | null;
    }>`select account_id as id from mail where recipient = ${MAIL}`.execute(db);
    expect(rows).toEqual([{ id: null }]);
  });

  it('by letter, is addressed to both until the day they are eighteen', () => {
    const lines = (day: Temporal.PlainDate): readonly string[] => envelopeLines(addresseeOf(minor, day));
    expect(lines(birthDate.add({ years: 18 }).subtract({ days: 1 }))).toEqual([
      'Mme Camille Martin',
      'et Paul Martin, représentant légal',
      '12 rue des Volcans',
      '15000 AURILLAC',
    ]);
    expect(lines(birthDate.add({ years: 18 }))).toEqual(['Mme Camille Martin', '12 rue des Volcans', '15000 AURILLAC']);
  });

  it('is a decision by letter, whatever they agreed to alone; an adult s agreement stands', async () => {
    const adult = await registered();
    for (const { candidate } of [minor, adult])
      await db
        .transaction()
        .execute((tx) => answerNotice(tx, SYSTEM, candidate.accountId, { accepts: true, place: 'account' }));
    const [ofMinor, ofAdult] = [await wayOf(minor), await wayOf(adult)];
    expect([ofMinor.agreement, ofAdult.agreement !== null]).toEqual([null, true]);
    const paper = notifiedBlock('Notification', ofMinor);
    expect(JSON.stringify(paper)).toContain('votre représentant légal, Paul Martin.');
    expect(JSON.stringify(notifiedBlock('Notification', ofAdult))).not.toContain('représentant');
  });

  it('of whom nobody is known to answer, is written to them and « leur représentant », and the office is told', () => {
    const nobody = {
      ...minor,
      enrolment: { ...minor.enrolment, registered: { identification: COIFFURE.identification } },
    };
    const addressee = addresseeOf(nobody, parisDay(ORDINARY_DAY));
    expect([addressee.who.at(-1), addressee.minority]).toEqual(['et à son représentant légal', { known: null }]);
  });
});
