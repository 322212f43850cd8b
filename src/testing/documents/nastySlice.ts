import { FILE_REFUSALS, fileRefusals } from '../../keptFiles/index.ts';
import { wordsIn } from '../words.ts';
import { luck } from './mutants.ts';
import type { NastyFile } from './nastyFile.ts';
import { nastyFiles } from './nastyFiles.ts';

/** So many of the nasty files, others for each seed; all of them by `npm run fuzz`. */
export function nastySlice(seed: number, many: number): readonly NastyFile[] {
  if (Number(process.env.REGISTRE_FUZZ_SECONDS ?? '0') > 0) return nastyFiles;
  const first = luck(seed).below(nastyFiles.length - many);
  return nastyFiles.slice(first, first + many);
}

/** By which refusal a page says no to a file, as nasty files name it. */
export function fileRefusalIn(body: string): string {
  const said = wordsIn(body);
  const code = FILE_REFUSALS.find((one) => said.includes(wordsIn(fileRefusals.inWords({ code: one }))));
  if (code === undefined) throw new Error(said.slice(0, 2_000));
  return code.replace('file-', '');
}
