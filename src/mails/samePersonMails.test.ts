import { describe, expect, it } from 'vitest';
import { lawOf } from '../catalogue/index.ts';
import { capCatalogue } from '../testing/catalogue.ts';
import { samePersonMails } from './samePersonMails.ts';

const catalogue = await capCatalogue();
const of = (code: string) => {
  const exam = catalogue.exam(code);
  if (exam === undefined) throw new Error(`No exam ${code}`);
  return {
    civility: 'Madame',
    name: 'MOREL',
    number: 'X-2024-1',
    exam: 'certificat',
    speciality: 'Coiffure',
    session: 'session 2024',
    link: 'https://exemple.invalid',
    contact: 'le bureau',
    words: 'Même nom, même date de naissance.',
    until: Temporal.Instant.from('2023-11-20T08:00:00Z'),
    law: lawOf(exam, 'oneEnrolment'),
    remedies: [],
  };
};
const bodies = (code: string): readonly string[] =>
  (['ends', 'stays', 'ended', 'perhaps'] as const).map((letter) => samePersonMails[letter].write(of(code)).body);

describe('The mails about one person under two accounts', () => {
  it('cite the law of the exam: that of the BP knows no derogation', () => {
    for (const body of bodies('bp')) {
      expect(body).toContain("code de l'éducation, article D337-121");
      expect(body).not.toContain('dérogation');
    }
  });

  it("say to a candidate of the CAP what the CAP's law says, its derogation with it", () => {
    for (const body of bodies('cap')) {
      expect(body).toContain("code de l'éducation, article D337-21");
      expect(body).toContain('une inscription à ce diplôme par session, sauf dérogation du recteur');
      expect(body).not.toContain('D337-121');
    }
  });

  it('give the ground of the decision with the date of the law', () => {
    expect(samePersonMails.ended.write(of('cap')).body).toContain(
      "code de l'éducation, article D337-21, version en vigueur au 18\u00a0avril\u00a02023\u00a0: une inscription",
    );
  });
});
