import { expect, it } from 'vitest';
import { subjectOf } from '../enrolment/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { aDraft, registeredEnrolment } from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';

const { db, papers } = await stage(papersRoom());

it('Dates put off after an incident are told by mail: why, what moves, what is left to do; a draft hears of the dates alone', async () => {
  const options = { events: papers.events, catalogue: papers.catalogue() };
  const made = await registeredEnrolment(db, options);
  const begun = await aDraft(db, options, 'informations');
  for (const { enrolment, candidate } of [made, begun]) {
    const told = {
      enrolmentId: enrolment.id,
      publication: 2,
      reason: 'Panne du 1er décembre.',
      sentences: ['La clôture passe au 4.'],
    };
    await db
      .transaction()
      .execute((tx) =>
        papers.events.publish(tx, SYSTEM, 'window.extended', subjectOf(enrolment), told, { enrolment, candidate }),
      );
    const mail = (await mailsTo(db, candidate.address)).find(({ template }) => template === 'window.extended');
    expect(mail?.body).toContain('Panne du 1er décembre.');
    expect(mail?.body).toContain('- La clôture passe au 4.');
    expect(mail?.body).toContain(`/candidatures/${enrolment.id}`);
    const number = enrolment.number;
    expect(mail?.subject.includes(number ?? 'Dates reportées')).toBe(true);
    expect(mail?.body.includes("Ce qu'il vous reste à faire")).toBe(number !== null);
  }
});
