import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const EXAM = /^exams\/[^/]+\/exam\.yaml$/;
/** Said by the code while one exam alone had results; now by each exam. */
const SAID_BY_NOBODY = [['law'], ['credits', 'correspondence'], ['results']] as const;

/** What the diploma is delivered on comes from the exam delivered under that name. */
export function examSaysResults(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || /^results:/m.test(file.text)) return file;
  const delivered = deliveredFile(file.file);
  if (delivered === null) return file;
  return rewritten(file, (document) => {
    for (const path of SAID_BY_NOBODY) if (!document.hasIn(path)) document.setIn(path, delivered.getIn(path));
  });
}
