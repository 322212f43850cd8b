import { isMap, isSeq, type YAMLMap } from 'yaml';
import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const EXAM = /^exams\/[^/]+\/exam\.yaml$/;

/**
 * A remedy said its delays, of which the law's are counted by the code; it says its nature, which the exam delivered under that name
 * knows by its code. What nobody knows is a complaint, or an appeal where it had a last day and a day of answer.
 */
export function remediesSayTheirNature(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || !/^ {2}remedies:/m.test(file.text) || /^ +nature:/m.test(file.text)) return file;
  const known = new Map(remediesIn(deliveredFile(file.file)).map((one) => [one.get('code'), one.get('nature')]));
  return rewritten(file, (document) => {
    for (const one of remediesIn(document)) {
      const nature =
        known.get(one.get('code')) ?? (one.has('within') && one.has('answerWithin') ? 'appeal' : 'complaint');
      one.set('nature', nature);
      one.delete('answerWithin');
      if (nature === 'appeal') one.delete('within');
    }
  });
}

function remediesIn(document: { readonly getIn: (path: readonly string[]) => unknown } | null): readonly YAMLMap[] {
  const found = document?.getIn(['results', 'remedies']);
  return isSeq(found) ? found.items.filter((item) => isMap(item)) : [];
}
