import { MAILS_FILE } from '../deliveredMails.ts';
import { type Finding, findingIf, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { lostBy, type Mails, variablesIn } from '../mails.ts';
import { texts } from '../texts.ts';
import type { KnownCodes } from './known.ts';

/** Every mail has its words. Of the files that are delivered: an office's may lack one, whose delivered words then leave. */
export function checkEveryMail(known: KnownCodes, mails: Mails): readonly Finding[] {
  const missing = [...mails.keys()].filter((code) => !known.has('mails', code));
  return missing.map((code) => ({ place: { file: MAILS_FILE, path: [] }, message: texts.mailMissing(code) }));
}

/** A text says what its mail is for. */
export function checkMailNeeds(pack: LocatedPack, mails: Mails): readonly Finding[] {
  return pack.mails.flatMap(({ value, place }) =>
    lostBy(mails.get(value.code), value).map(({ name, why }) => ({
      place: placeBelow(place, 'body'),
      message: texts.variableLost(name, why),
    })),
  );
}

/** A text is of a mail of ours, uses what it declares, declares what it uses, and asks for nothing that the code doesn't give to that mail. */
export function checkMails(pack: LocatedPack, mails: Mails): readonly Finding[] {
  return pack.mails.flatMap(({ value, place }): readonly Finding[] => {
    const mail = mails.get(value.code);
    if (mail === undefined)
      return [{ place: placeBelow(place, 'code'), message: texts.notAmong('code', [...mails.keys()]) }];
    const { given } = mail;
    const declared = new Set<string>(value.variables);
    const used = new Set([...variablesIn(value.subject), ...variablesIn(value.body)]);
    const at = placeBelow(place, 'variables');
    return [
      ...(['subject', 'body'] as const).flatMap((part) => [
        ...variablesIn(value[part]).flatMap((name) =>
          findingIf(!declared.has(name), placeBelow(place, part), texts.variableUndeclared(name)),
        ),
        ...findingIf(hasStrayBrace(value[part]), placeBelow(place, part), texts.strayBrace),
      ]),
      ...value.variables.flatMap((name, index) => [
        ...findingIf(!used.has(name), placeBelow(at, index), texts.variableUnused(name)),
        ...findingIf(!given.includes(name), placeBelow(at, index), texts.variableNotGiven(name, given)),
      ]),
      ...repeated(value.variables, (name) => name).map((name) => ({ place: at, message: texts.variableTwice(name) })),
    ];
  });
}

function hasStrayBrace(text: string): boolean {
  return text.split(/\{[a-zA-Z]+\}/).some((part) => /[{}]/.test(part));
}
