import { below, type Finding, type LocatedPack, repeated } from '../located.ts';
import { MAIL_VARIABLES, MailCode, type MailVariable } from '../mails.ts';
import { texts } from '../texts.ts';
import type { Known } from './known.ts';

/** A text uses what it declares, declares what it uses, and asks for nothing that the code doesn't give to that mail. */
export function checkMails(pack: LocatedPack, known: Known): readonly Finding[] {
  const missing = MailCode.options.filter((code) => !known.has('mails', code));
  return [
    ...missing.map((code) => ({ place: { file: 'texts/mails.yaml', path: [] }, message: texts.mailMissing(code) })),
    ...pack.mails.flatMap(({ value, place }): readonly Finding[] => {
      const given: readonly MailVariable[] = MAIL_VARIABLES[value.code];
      const declared = new Set<string>(value.variables);
      const used = new Set([...variablesIn(value.subject), ...variablesIn(value.body)]);
      return [
        ...(['subject', 'body'] as const).flatMap((part) => [
          ...variablesIn(value[part])
            .filter((name) => !declared.has(name))
            .map((name) => ({ place: below(place, part), message: texts.variableUndeclared(name) })),
          ...(hasStrayBrace(value[part]) ? [{ place: below(place, part), message: texts.strayBrace() }] : []),
        ]),
        ...value.variables.flatMap((name, index) => [
          ...(used.has(name) ? [] : [{ place: below(place, 'variables', index), message: texts.variableUnused(name) }]),
          ...(given.includes(name)
            ? []
            : [{ place: below(place, 'variables', index), message: texts.variableNotGiven(name, given) }]),
        ]),
        ...repeated(value.variables, (name) => name).map((name) => ({
          place: below(place, 'variables'),
          message: texts.variableTwice(name),
        })),
      ];
    }),
  ];
}

/** The names between braces, each once, in the order of the text. */
function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? ''))];
}

function hasStrayBrace(text: string): boolean {
  return /[{}]/.test(text.replace(/\{[a-zA-Z]+\}/g, ''));
}
