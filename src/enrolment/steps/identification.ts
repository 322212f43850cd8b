import { createMemory } from '../../platform/memory.ts';
import {
  type Body,
  defineField,
  emailAddress,
  type Field,
  givenNames,
  oneOf,
  personName,
  phone,
  phoneInWords,
  postcode,
  printedLine,
  type Rule,
  type Typed,
  yesNo,
  yesNoOptions,
} from '../../ui/index.ts';
import { type Dossier, isMinor } from '../dossier.ts';
import { texts } from '../texts.ts';
import { type Known, type Read, readStep, textIn, valueIn } from './step.ts';

const say = texts.identification;

const postcodeField = defineField({
  name: 'postcode',
  label: say.postcode,
  hint: say.postcodeHint,
  example: '15000',
  control: 'text',
  inputMode: 'numeric',
  autocomplete: 'postal-code',
  width: 6,
  missing: say.postcodeMissing,
  check: postcode(),
});
const city = defineField({
  name: 'city',
  label: say.city,
  control: 'text',
  autocomplete: 'address-level2',
  width: 30,
  missing: say.cityMissing,
  check: printedLine(80),
});
const address = defineField({
  name: 'address',
  label: say.address,
  hint: say.addressHint,
  control: 'text',
  autocomplete: 'address-line1',
  width: 40,
  missing: say.addressMissing,
  check: printedLine(100),
});
const addressExtra = defineField({
  name: 'addressExtra',
  label: say.addressExtra,
  hint: say.addressExtraHint,
  control: 'text',
  autocomplete: 'address-line2',
  width: 40,
  optional: true,
  check: printedLine(100),
});
const phoneField = defineField({
  name: 'phone',
  label: say.phone,
  hint: say.phoneHint,
  example: '06 12 34 56 78',
  control: 'tel',
  autocomplete: 'tel',
  width: 20,
  missing: say.phoneMissing,
  check: phone(),
  show: phoneInWords,
});
const otherPhone = defineField({
  name: 'otherPhone',
  label: say.otherPhone,
  control: 'tel',
  width: 20,
  optional: true,
  check: phone(),
  show: phoneInWords,
});
const frenchNational = defineField({
  name: 'frenchNational',
  label: say.frenchNational,
  hint: say.frenchNationalHint,
  control: 'radio',
  options: yesNoOptions,
  missing: say.frenchNationalMissing,
  check: yesNo(),
});

const guardianName = defineField({
  name: 'guardianName',
  label: say.guardianName,
  control: 'text',
  width: 30,
  missing: say.guardianNameMissing,
  check: personName(say.guardianNameWhat),
});
const guardianFirstNames = defineField({
  name: 'guardianFirstNames',
  label: say.guardianFirstNames,
  control: 'text',
  width: 30,
  missing: say.guardianFirstNamesMissing,
  check: givenNames(say.guardianFirstNamesWhat),
});
const guardianPhone = defineField({
  name: 'guardianPhone',
  label: say.guardianPhone,
  control: 'tel',
  width: 20,
  missing: say.guardianPhoneMissing,
  check: phone(),
  show: phoneInWords,
});
const guardianMail = defineField({
  name: 'guardianMail',
  label: say.guardianMail,
  control: 'email',
  width: 30,
  optional: true,
  check: emailAddress(),
});

const categoryFields = createMemory<Field<'category', string>>();

/** The category is the representative's in the notice; an adult's own by the switch of the session. */
function categoryField(dossier: Dossier): Field<'category', string> {
  const ofGuardian = dossier.session.switches.socioProfessionalCategoryOf === 'guardian' || isMinor(dossier);
  return categoryFields(dossier.exam, String(ofGuardian), () => makeCategoryField(dossier.exam, ofGuardian));
}

function makeCategoryField(exam: Dossier['exam'], ofGuardian: boolean): Field<'category', string> {
  const options = exam.socioProfessionalCategories.map(({ code, label }) => ({ value: code, label }));
  return defineField({
    name: 'category',
    label: ofGuardian ? say.categoryOfGuardian : say.category,
    hint: say.categoryHint,
    control: 'select',
    options,
    missing: say.categoryMissing,
    check: oneOf(options),
  });
}

export type Guardian = {
  readonly name: string;
  readonly firstNames: string;
  readonly phone: string;
  readonly mail: string | null;
};
export type Identification = {
  readonly postcode: string;
  readonly city: string;
  readonly address: string;
  readonly addressExtra: string | null;
  readonly phone: string;
  readonly otherPhone: string | null;
  readonly frenchNational: boolean;
  readonly category: string;
  /** The department that the postcode decides: « 63 ». */
  readonly department: string;
  readonly guardian: Guardian | null;
};

export type IdentificationFields = {
  readonly address: readonly Field[];
  readonly phones: readonly Field[];
  readonly person: readonly Field[];
  readonly guardian: readonly Field[];
};

/** The fields by the blocks of the page; a representative only for minors. */
export function identificationFields(dossier: Dossier): IdentificationFields {
  return {
    address: [postcodeField, city, address, addressExtra],
    phones: [phoneField, otherPhone],
    person: [frenchNational, categoryField(dossier)],
    guardian: isMinor(dossier) ? [guardianName, guardianFirstNames, guardianPhone, guardianMail] : [],
  };
}

/** Step 1. Outside the academy, the step says at once whom to turn to (notice, « Être domicilié dans les départements… »). */
export function readIdentification(dossier: Dossier, body: Body): Read<Identification> {
  const fields = Object.values(identificationFields(dossier)).flat();
  const inAcademy: Rule<Known> = {
    needs: ['postcode'],
    look: (known) => outsideTheAcademy(dossier, valueIn(known, postcodeField)),
  };
  return readStep(fields, body, [inAcademy], (known) => ({
    postcode: valueIn(known, postcodeField),
    city: valueIn(known, city),
    address: valueIn(known, address),
    addressExtra: valueIn(known, addressExtra),
    phone: valueIn(known, phoneField),
    otherPhone: valueIn(known, otherPhone),
    frenchNational: valueIn(known, frenchNational),
    category: valueIn(known, categoryField(dossier)),
    department: departmentIn(dossier, valueIn(known, postcodeField)) ?? '',
    guardian: isMinor(dossier)
      ? {
          name: valueIn(known, guardianName),
          firstNames: valueIn(known, guardianFirstNames),
          phone: valueIn(known, guardianPhone),
          mail: valueIn(known, guardianMail),
        }
      : null,
  }));
}

/** The academy's department where this postcode is used; the border ones are used in two. */
function departmentIn(dossier: Dossier, code: string): string | null {
  const known = dossier.academy.departments.map((department) => department.code);
  return dossier.catalogue.departmentsAt(code).find((department) => known.includes(department.code))?.code ?? null;
}

/** Is the postcode typed no postcode of the academy? Then the step names whom to turn to. */
export function isOutside(dossier: Dossier, typed: Typed): boolean {
  const code = postcodeField.check.safeParse(textIn(typed, postcodeField.name));
  return code.success && outsideTheAcademy(dossier, code.data) !== null;
}

function outsideTheAcademy(dossier: Dossier, code: string): { field: string; message: string } | null {
  if (departmentIn(dossier, code) !== null) return null;
  const [elsewhere] = dossier.catalogue.departmentsAt(code);
  const message =
    elsewhere === undefined
      ? say.postcodeUnknown(code)
      : say.outside(elsewhere.name, elsewhere.code, elsewhere.label, dossier.academy.label);
  return { field: 'postcode', message };
}
