import { createMemory } from '../../../platform/memory.ts';
import {
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
  type Typed,
  yesNo,
  yesNoOptions,
} from '../../../ui/index.ts';
import { type Dossier, isMinor } from '../../dossier.ts';
import { block, blockWhen, together } from '../questions.ts';
import { textIn } from '../reading.ts';
import { texts as say } from './texts.ts';

export const postcodeField = defineField({
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

export type IdentificationQuestions = ReturnType<typeof identificationQuestions>;

/** What the step asks; a representative only of minors. */
export function identificationQuestions(dossier: Dossier) {
  const where = together('address', say.address, [address, addressExtra, postcodeField, city], (given) =>
    [given.address, given.addressExtra, `${given.postcode} ${given.city} (${departmentName(dossier, given.postcode)})`]
      .filter((part) => part !== null)
      .join(', '),
  );
  const guardian = [guardianName, guardianFirstNames, guardianPhone, guardianMail] as const;
  const whoSigns = together('guardian', say.guardianBlock, guardian, (given) =>
    [`${given.guardianName} ${given.guardianFirstNames}`, phoneInWords(given.guardianPhone), given.guardianMail]
      .filter((part) => part !== null)
      .join(', '),
  );
  return {
    address: block(say.addressBlock, [postcodeField, city, address, addressExtra], { together: [where] }),
    phones: block(say.phoneBlock, [phoneField, otherPhone]),
    person: block(say.personBlock, [frenchNational, categoryField(dossier)]),
    guardian: blockWhen(
      () => isMinor(dossier),
      block(say.guardianBlock, guardian, { hint: say.guardianNote, together: [whoSigns] }),
    ),
  };
}

function departmentName(dossier: Dossier, code: string): string {
  const department = departmentIn(dossier, code) ?? '';
  return dossier.catalogue.departmentByCode(department)?.name ?? department;
}

/** The academy's department where this postcode is used; the border ones are used in two. */
export function departmentIn(dossier: Dossier, code: string): string | null {
  const known = dossier.academy.departments.map((department) => department.code);
  return dossier.catalogue.departmentsAt(code).find((department) => known.includes(department.code))?.code ?? null;
}

/** Is the postcode typed no postcode of the academy? Then the step names whom to turn to. */
export function isOutside(dossier: Dossier, typed: Typed): boolean {
  const code = postcodeField.check.safeParse(textIn(typed, postcodeField.name));
  return code.success && outsideTheAcademy(dossier, code.data) !== null;
}

export function outsideTheAcademy(dossier: Dossier, code: string): { field: string; message: string } | null {
  if (departmentIn(dossier, code) !== null) return null;
  const [elsewhere] = dossier.catalogue.departmentsAt(code);
  const message =
    elsewhere === undefined
      ? say.postcodeUnknown(code)
      : say.outside(elsewhere.name, elsewhere.code, elsewhere.label, dossier.academy.label);
  return { field: 'postcode', message };
}
