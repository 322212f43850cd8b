import { deliveredMailText, lostBy, MAILS_FILE, type Mails, type PackFile } from '../../catalogue/index.ts';
import type { LostVariable } from '../draft.ts';
import { codeOf, entriesOn, entryNamed, type PackEntry, unreadableOn, withFile } from './entries.ts';
import { textOf } from './files.ts';
import { textAt } from './yamlTree.ts';

/** The files with the words of that mail as they were delivered, where they have none of their own. */
export function withDeliveredMail(files: readonly PackFile[], code: string): readonly PackFile[] {
  const text = textOf(files, MAILS_FILE);
  const delivered = deliveredMailText(code);
  if (text === undefined || delivered === null || entryNamed(files, 'mails', code) !== undefined) return files;
  return withFile(files, MAILS_FILE, `${text.trimEnd()}\n\n${delivered}`);
}

/** The mails of ours that files have no words for, as they were delivered; none where the file can't be read. */
export function mailsLeftToDelivery(files: readonly PackFile[], mails: Mails): readonly PackEntry[] {
  if (unreadableOn(files, 'mails').length > 0) return [];
  return [...mails.keys()].flatMap((code) => {
    const whole = withDeliveredMail(files, code);
    return whole === files ? [] : (entryNamed(whole, 'mails', code) ?? []);
  });
}

/** What a change of the files takes from mails. What they lacked before isn't held against who changes something else. */
export function lostByChange(
  mails: Mails,
  before: readonly PackFile[],
  after: readonly PackFile[],
): readonly LostVariable[] {
  const known = new Set(lostIn(mails, before).map(({ mail, name }) => `${mail} ${name}`));
  return lostIn(mails, after).filter(({ mail, name }) => !known.has(`${mail} ${name}`));
}

function lostIn(mails: Mails, files: readonly PackFile[]): readonly LostVariable[] {
  return entriesOn(files, 'mails').flatMap((entry) => {
    const mail = mails.get(codeOf(entry, 'mails'));
    const words = { subject: textAt(entry.value, ['subject']), body: textAt(entry.value, ['body']) };
    return lostBy(mail, words).map((lost) => ({ mail: mail?.name ?? '', ...lost }));
  });
}
