import { describe, expect, it } from 'vitest';
import { checkChanged } from '../testing/shipped.ts';
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
});
