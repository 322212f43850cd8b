import { describe, expect, it } from 'vitest';
import { capCatalogue } from '../testing/catalogue.ts';
import { waysOut } from './waysOut.ts';

const exam = (await capCatalogue()).exam('bp');
if (exam?.admission.practice === undefined) throw new Error('asks for no work');
const { withLastUnit: _, ...atOnce } = exam.admission.practice;
const missing = { code: 'experience-five-years', met: false } as const;

describe('What can be done about work that is missing', () => {
  it('is the progressive form where the law of the exam lets it wait, by its article', () => {
    expect(waysOut(missing, exam, true).join(' ')).toContain("pas avant (code de l'éducation, art. D337-106)");
    expect(waysOut(missing, exam, false).join(' ')).not.toContain('progressive');
  });

  it('is no other form where nothing says so', () => {
    const strict = { admission: { ...exam.admission, practice: atOnce } };
    expect(waysOut(missing, strict, true).join(' ')).not.toMatch(/progressive|D337/);
  });
});
