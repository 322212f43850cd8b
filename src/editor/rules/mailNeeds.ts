import { deliveredMailText, lostBy, MAILS_FILE, MailCode, type PackFile } from '../../catalogue/index.ts';
import type { LostVariable } from '../draft.ts';
import { textOf } from './files.ts';
import { codeOf, type Thing, thingNamed, thingsOn, unreadableOn, withFile } from './things.ts';
import { textAt } from './yamlTree.ts';

/** The files with the words of that mail as they were delivered, where they have none of their own. */
export function withDeliveredMail(files: readonly PackFile[], code: string): readonly PackFile[] {
  const text = textOf(files, MAILS_FILE);
  const delivered = deliveredMailText(code);
  if (text === undefined || delivered === null || thingNamed(files, 'mails', code) !== undefined) return files;
  return withFile(files, MAILS_FILE, `${text.trimEnd()}\n\n${delivered}`);
}

/** The mails of ours that files have no words for, as they were delivered; none where the file can't be read. */
export function mailsLeftToDelivery(files: readonly PackFile[]): readonly Thing[] {
  if (unreadableOn(files, 'mails').length > 0) return [];
  return MailCode.options.flatMap((code) => {
    const whole = withDeliveredMail(files, code);
    return whole === files ? [] : (thingNamed(whole, 'mails', code) ?? []);
  });
}

/** What a change of the files takes from mails. What they lacked before isn't held against who changes something else. */
export function lostByChange(before: readonly PackFile[], after: readonly PackFile[]): readonly LostVariable[] {
  const known = new Set(lostIn(before).map(({ mail, name }) => `${mail} ${name}`));
  return lostIn(after).filter(({ mail, name }) => !known.has(`${mail} ${name}`));
}

function lostIn(files: readonly PackFile[]): readonly LostVariable[] {
  return thingsOn(files, 'mails').flatMap((thing) => {
    const mail = codeOf(thing, 'mails');
    const words = { subject: textAt(thing.value, ['subject']), body: textAt(thing.value, ['body']) };
    return lostBy(mail, words).map((lost) => ({ mail, ...lost }));
  });
}
