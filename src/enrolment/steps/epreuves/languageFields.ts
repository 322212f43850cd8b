import type { Academy, Unit } from '../../../catalogue/index.ts';
import { capital } from '../../../platform/french/french.ts';
import { createMemory } from '../../../platform/memory.ts';
import { defineField, type Field, type Option, oneOf } from '../../../ui/index.ts';
import { compulsoryLanguages, optionalLanguages } from '../../rules/languages.ts';
import { texts as say } from './texts.ts';

type LanguageField<Name extends string> = Field<Name, string | null>;

const compulsory = createMemory<LanguageField<'language'>>();

/** In the progressive form the language is asked once its unit is presented; until then it may stay open (`mayWait`). */
export function languageField(academy: Academy, unit: Unit, mayWait: boolean): LanguageField<'language'> {
  return compulsory(unit, `${academy.code} ${mayWait}`, () => {
    const common = {
      ...languageSelect('language', compulsoryLanguages(unit, academy)),
      label: say.language,
      hint: say.languageHint(academy.label),
    } as const;
    return mayWait
      ? defineField({ ...common, optional: true })
      : defineField({ ...common, missing: say.languageMissing });
  });
}

const unknown = createMemory<LanguageField<'language'>>();

/** Where no source says whether the exam has a language: the candidate may name it, the office confirms. */
export function unknownLanguageField(academy: Academy): LanguageField<'language'> {
  return unknown(academy, '', () =>
    defineField({
      ...languageSelect('language', academy.compulsoryLanguages),
      label: say.languageUnknown,
      hint: say.languageUnknownHint(academy.label),
      optional: true,
    }),
  );
}

const optional = createMemory<LanguageField<'optionalLanguage'>>();

/** `beside`: another language is compulsory, and can't be chosen again. */
export function optionalLanguageField(academy: Academy, beside: boolean): LanguageField<'optionalLanguage'> {
  return optional(academy, String(beside), () =>
    defineField({
      ...languageSelect('optionalLanguage', optionalLanguages(academy, null)),
      label: say.optionalLanguage,
      ...(beside ? { hint: say.optionalLanguageHint } : {}),
      optional: true,
    }),
  );
}

function languageSelect<const Name extends string>(name: Name, languages: readonly string[]) {
  const options = languages.map(languageOption);
  return { name, control: 'select', options, check: oneOf(options) } as const;
}

function languageOption(language: string): Option {
  return { value: language, label: capital(language) };
}
