import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const EXAM = /^exams\/[^/]+\/exam\.yaml$/;
const WITH_LAST_UNIT = ['admission', 'practice', 'withLastUnit'];

/**
 * The law that acts cite was said by the code, for every exam that of the one there was. So was the rule that lets the months of
 * work wait for the last unit: an exam that asks for them keeps it, so that nobody is refused by an upgrade.
 */
export function examSaysLaws(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || /^laws:/m.test(file.text)) return file;
  const delivered = deliveredFile(file.file);
  return rewritten(file, (document) => {
    document.set('laws', delivered?.get('laws') ?? document.createNode({}));
    if (!document.hasIn(['admission', 'practice']) || document.hasIn(WITH_LAST_UNIT)) return;
    const source = delivered?.getIn([...WITH_LAST_UNIT, 'source']) ?? document.get('law');
    document.setIn(WITH_LAST_UNIT, document.createNode({ source }));
  });
}
