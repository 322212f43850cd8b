import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { texts } from '../../texts.ts';
import { textOnly } from './textCheck.ts';

// The Latin letters that papers can print: Basic Latin to IPA, then Latin Extended Additional (Vietnamese). Full-width and
// ornamental letters are outside. At most two accents that exist only as separate characters may follow a letter.
const LETTER = 'A-Za-z\\u00aa\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u1e00-\\u1eff';
const ACCENTS = '[\\u0300-\\u036f]';
const HAS_LETTER = new RegExp(`[${LETTER}]`);
const NOT_PRINTED = new RegExp(
  `(?<![${LETTER}])${ACCENTS}|${ACCENTS}{3,}|[^${LETTER}\\u0300-\\u036f\\x20-\\x7e\\u00a0-\\u00ff\\u2013\\u2014\\u2018-\\u201f\\u2026\\u20ac]`,
  'u',
);
const NAME = new RegExp(`^(?:[${LETTER}]${ACCENTS}{0,2}|['. -])+$`);
const GIVEN_NAMES = new RegExp(`^(?:[${LETTER}]${ACCENTS}{0,2}|['., -])+$`);

/** A family name or a usual name: 1 to 80 characters, Latin letters, apostrophe, hyphen, space, full stop. */
export function personName(what: string = texts.checks.yourName): z.ZodType<string, string> {
  return textOnly((text) => readName(text, NAME, what));
}

const CIVILITY = /^(?:mme|mlle|mr|m\.|madame|mademoiselle|monsieur)\.? +(?=\S)/i;

/** A name of somebody who works here, as decisions print it: without « Mme » or « M. », which no field asks. */
export function workingName(what: string): z.ZodType<string, string> {
  return textOnly((text) => {
    const civility = CIVILITY.exec(fold(text).trim())?.[0].trim();
    return civility === undefined ? readName(text, NAME, what) : refuse(texts.checks.nameWithCivility(what, civility));
  });
}

/** All the given names of the identity document, which may separate them by commas. */
export function givenNames(what: string = texts.checks.yourGivenNames): z.ZodType<string, string> {
  return textOnly((text) => readName(betweenCommas(text).join(', '), GIVEN_NAMES, what));
}

function betweenCommas(text: string): readonly string[] {
  return fold(text)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A line that papers print (address, town, workplace): Latin letters, figures and usual signs, `max` characters. */
export function printedLine(max = 100): z.ZodType<string, string> {
  return textOnly((text) => {
    const line = fold(text);
    if (length(line) > max) return refuse(texts.checks.tooLong(max));
    const foreign = NOT_PRINTED.exec(line)?.[0];
    return foreign === undefined ? ok(line) : refuse(texts.checks.notPrinted(foreign));
  });
}

/** The same over several lines, `max` characters in all. */
export function printedLines(max: number): z.ZodType<string, string> {
  return textOnly((text) => {
    const lines = text.split('\n').map((line) => fold(line.replaceAll('\t', ' ')).trim());
    if (length(lines.join('\n')) > max) return refuse(texts.checks.tooLong(max));
    const foreign = lines.flatMap((line) => NOT_PRINTED.exec(line)?.[0] ?? [])[0];
    return foreign === undefined ? ok(lines.join('\n')) : refuse(texts.checks.notPrinted(foreign));
  });
}

function readName(text: string, shape: RegExp, what: string): Result<string, string> {
  const name = fold(text);
  if (length(name) > 80) return refuse(texts.checks.nameTooLong(what));
  const foreign = NOT_PRINTED.exec(name)?.[0];
  if (foreign !== undefined) return refuse(texts.checks.nameNotPrinted(what, foreign));
  if (shape.test(name) && HAS_LETTER.test(name)) return ok(name);
  const strange = [...name].find((character) => !shape.test(character));
  return refuse(
    strange === undefined ? texts.checks.nameWithoutLetter(what) : texts.checks.nameCharacter(what, strange),
  );
}

/** The typewriter's sign for each look-alike, and separate letters for the ligatures and full-width forms of copied text. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06\uff01-\uff5e]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .normalize('NFC');
}

function length(text: string): number {
  return [...text].length;
}
