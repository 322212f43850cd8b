import { describe, expect, it } from 'vitest';
import type { Regulation } from '../schema/regulation.ts';
import { checkChanged, found as kept, oneChanged, pathsFound } from '../testing/shipped.ts';
import { checkExams } from './checkExams.ts';

const EXAM = 'exams/bp/exam.yaml';
const faultsWith = async (from: string | RegExp, to: string) =>
  (await checkChanged(checkExams, EXAM, (text) => text.replace(from, to))).faults.map(
    ({ file, message }) => `${file}: ${message}`,
  );

describe('An exam', () => {
  it('has specialities whose national codes begin as it says', async () => {
    const faults = await faultsWith("cfdPrefix: '450'", "cfdPrefix: '500'");
    expect(faults).toContain(
      'exams/bp/specialities.yaml: Les spécialités de cet examen ont un code qui commence par 500, et non «\u00a045033608\u00a0».',
    );
  });

  it('switches on each rule that a regulation of its asks for', async () => {
    const faults = await faultsWith(/^ {2}pharmacy:\n( {4}.*\n)+/m, '');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/45033104.*L'examen n'a pas la règle «\u00a0pharmacy\u00a0»/);
  });

  it.each([
    [
      'steps: [ identification, informations, qualification',
      'steps: [ informations, identification, qualification',
      'Les étapes se suivent',
    ],
    ['acquis, epreuves', 'acquis, acquis', "L'étape «\u00a0acquis\u00a0» est deux fois"],
  ])('has its steps once, in the order in which one leans on another', async (from, to, says) => {
    expect((await faultsWith(from, to)).join('\n')).toContain(says);
  });

  it('and its things are of each other, or it is said where they are not', async () => {
    const inPharmacy = ({ eligibility }: Regulation): boolean => eligibility === 'pharmacy';
    const all = (): boolean => true;
    const found = await Promise.all([
      pathsFound(checkExams, 'specialities', ([first, ...others]) => [{ ...kept(first), cfd: '9' }, ...others]),
      // A speciality whose exam isn't there is for another check to say.
      pathsFound(checkExams, 'specialities', ([first, ...others]) => [{ ...kept(first), exam: 'autre' }, ...others]),
      pathsFound(
        checkExams,
        'regulations',
        oneChanged(inPharmacy, (one) => ({ ...one, exam: 'autre' })),
      ),
      pathsFound(
        checkExams,
        'exams',
        oneChanged(all, ({ admission: { pharmacy, ...admission }, ...one }) => ({ ...one, admission })),
      ),
      pathsFound(
        checkExams,
        'exams',
        oneChanged(all, (one) => ({ ...one, steps: ['identification'] })),
      ),
      pathsFound(
        checkExams,
        'exams',
        oneChanged(all, (one) => ({ ...one, code: 'autre' })),
      ),
    ]);
    expect(found).toEqual([['cfd'], [], ['cfd', 'eligibility'], ['eligibility'], ['steps', 'steps'], ['code']]);
  });
});
