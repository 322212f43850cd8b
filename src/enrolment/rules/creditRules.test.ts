import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { creditRulesOf } from './creditRules.ts';

const catalogue = await shippedCatalogue();
const session = catalogue.session('bp-2024-clermont');
const exam = catalogue.exam('bp');
const regulation = catalogue.regulation('45033608', 2024);
if (session === undefined || exam === undefined || regulation === undefined) throw new Error('not in the catalogue');
const day = { session, exam, today: Temporal.PlainDate.from('2023-11-15') };
const asked = { form: 'GLOBAL', handicap: false } as const;

describe('The rules of a credit', () => {
  it('are those of the form chosen; of both before one is: nothing is refused that one of the two allows', () => {
    expect(creditRulesOf(day, regulation, asked).form).toBe('GLOBAL');
    expect(creditRulesOf(day, regulation, { ...asked, form: null }).form).toBe('PROGRESSIVE');
  });
  it('take the figures of the exam and of the session: « une note de 10 ou plus », kept five years', () => {
    expect(creditRulesOf(day, regulation, { form: 'GLOBAL', handicap: true })).toMatchObject({
      handicap: true,
      today: day.today,
      examStartsOn: session.examStartsOn.on,
      keptMarkYears: 5,
      keptFrom: 20,
      carriedIn: ['PROGRESSIVE'],
      exemptionBasis: session.switches.exemptionBasis,
      regulation,
    });
  });
  it('keep any mark where the exam names none to reach (CAP)', () => {
    const any = { ...exam, credits: { ...exam.credits, keptFrom: null } };
    expect(creditRulesOf({ ...day, exam: any }, regulation, asked).keptFrom).toBeNull();
  });
});
