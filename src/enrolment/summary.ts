import { type Line, linesOf, listing, markInWords, numericDay, phoneInWords } from '../ui/index.ts';
import type { Dossier } from './dossier.ts';
import type { AnsweredStep } from './enrolment.ts';
import type { CompleteReview } from './review.ts';
import type { GroundCode } from './rules/credits.ts';
import { type Slot, slotsOf } from './rules/slots.ts';
import { identificationFields } from './steps/identification.ts';
import {
  category,
  diploma,
  diplomaTitle,
  distanceFields,
  formerFields,
  handicap,
  specialContract,
} from './steps/informations.ts';
import { acquisInWordsFields } from './steps/inWords.ts';
import { disabledWorker } from './steps/qualification.ts';
import { groundLabel, slotTitle, texts, titleOnPapers, unitTitle } from './texts.ts';

/** A block of the summary, of the confirmation page and of the PDF: one source for the three. */
export type SummaryBlock = { readonly step: AnsweredStep; readonly title: string; readonly lines: readonly Line[] };

/** A unit with what becomes of it at this session. */
export type UnitLine = { readonly id: string; readonly code: string; readonly title: string; readonly choice: string };

const say = texts.summary;

/**
 * Every datum of an enrolment in words, by step, as the office reads it and as it is signed: without what was said of one's
 * health.
 */
export function summaryOf(dossier: Dossier, review: CompleteReview): readonly SummaryBlock[] {
  return [
    { step: 'identification', title: texts.steps.identification, lines: identificationLines(dossier, review) },
    { step: 'informations', title: texts.steps.informations, lines: informationsLines(dossier, review) },
    { step: 'qualification', title: texts.steps.qualification, lines: qualificationLines(review) },
    { step: 'acquis', title: texts.steps.acquis, lines: acquisLines(dossier, review) },
    { step: 'epreuves', title: texts.steps.epreuves, lines: epreuvesLines(dossier, review) },
  ];
}

/** As its candidate reads it: with what they said of their health. */
export function ownSummaryOf(dossier: Dossier, review: CompleteReview): readonly SummaryBlock[] {
  const { informations, qualification } = review;
  const offered = (qualification.speciality.scaffolding?.annexes.length ?? 0) > 0;
  const waiver = qualification.disabledWorker ? say.disabledWorker.yes : say.disabledWorker.no;
  const more: Partial<Readonly<Record<AnsweredStep, readonly Line[]>>> = {
    informations: linesOf([handicap], informations),
    qualification: offered ? [line(disabledWorker.name, say.disabledWorker.label, waiver)] : [],
  };
  return summaryOf(dossier, review).map((block) => ({
    ...block,
    lines: [...block.lines, ...(more[block.step] ?? [])],
  }));
}

function identificationLines(dossier: Dossier, { identification }: CompleteReview): readonly Line[] {
  const { address, addressExtra, postcode, city, guardian } = identification;
  const department = dossier.catalogue.departmentByCode(identification.department)?.name ?? identification.department;
  const where = [address, addressExtra, `${postcode} ${city} (${department})`]
    .filter((part) => part !== null)
    .join(', ');
  const { phones, person } = identificationFields(dossier);
  const values = {
    phone: identification.phone,
    otherPhone: identification.otherPhone,
    frenchNational: identification.frenchNational,
    category: identification.category,
  };
  const guardianLine =
    guardian === null
      ? []
      : [
          line(
            'guardian',
            texts.identification.guardianBlock,
            [`${guardian.name} ${guardian.firstNames}`, phoneInWords(guardian.phone), guardian.mail]
              .filter((part) => part !== null)
              .join(', '),
          ),
        ];
  return [
    line('address', say.address, where),
    ...given(linesOf([...phones, ...person], values), values),
    ...guardianLine,
  ];
}

function informationsLines(dossier: Dossier, { informations }: CompleteReview): readonly Line[] {
  const { former, distance, jobs } = informations;
  const fields = formerFields(dossier);
  const formerLines =
    former === null
      ? []
      : [
          line('formerYear', say.formerSession, say.former(former.year, texts.forms[former.form])),
          ...(former.centre === null ? [] : [line('formerCentre', say.establishment, former.centre)]),
          ...(former.satAllTests === null || former.twoYearsInCentre === null
            ? []
            : linesOf([fields.satAllTests, fields.twoYearsInCentre], {
                satAllTests: former.satAllTests,
                twoYearsInCentre: former.twoYearsInCentre,
              })),
        ];
  const distanceLines =
    distance === null
      ? []
      : [
          line('distanceBody', say.establishment, distance.body),
          ...given(linesOf([distanceFields.trainingHours], distance), distance),
          ...(distance.positioning ? linesOf([distanceFields.positioning], distance) : []),
        ];
  const diplomaLines =
    informations.diploma === 'none'
      ? [line('diploma', diploma.label, say.diplomaNone)]
      : linesOf([diploma, diplomaTitle], {
          diploma: informations.diploma,
          diplomaTitle: informations.diplomaTitle ?? '',
        });
  const contractLines = informations.specialContract ? linesOf([specialContract], informations) : [];
  return [
    ...linesOf([category], informations),
    ...formerLines,
    ...distanceLines,
    ...diplomaLines,
    ...contractLines,
    ...(jobs.length === 0
      ? [line('jobs', say.jobs, say.noJob)]
      : jobs.map((job, index) => line(`job${index + 1}`, say.jobs, jobInWords(job)))),
    line('disclosure', say.disclosure, disclosuresInWords(informations.disclosure)),
  ];
}

function jobInWords(job: CompleteReview['informations']['jobs'][number]): string {
  const from = numericDay(job.from);
  const period =
    job.to === null
      ? say.jobSince(job.job, job.employer, from)
      : say.jobUntil(job.job, job.employer, from, numericDay(job.to));
  return job.partTime ? `${period} (${say.partTime})` : period;
}

/** « sur internet et à la presse et aux collectivités » */
export function disclosuresInWords(disclosure: { readonly online: boolean; readonly press: boolean }): string {
  const chosen = [
    ...(disclosure.online ? [say.disclosures.online] : []),
    ...(disclosure.press ? [say.disclosures.press] : []),
  ];
  return chosen.length === 0 ? say.disclosures.none : listing(chosen);
}

function qualificationLines({ qualification }: CompleteReview): readonly Line[] {
  return [
    line('speciality', texts.qualification.speciality, qualification.speciality.name),
    line('form', texts.qualification.form, texts.forms[qualification.form]),
  ];
}

function acquisLines(dossier: Dossier, review: CompleteReview): readonly Line[] {
  const { inWords } = review.acquis;
  if (inWords !== null) {
    const { kept, exempted } = acquisInWordsFields;
    return [
      line(kept.name, kept.label, inOneLine(inWords.kept)),
      line(exempted.name, exempted.label, inOneLine(inWords.exempted)),
      line('toComplete', texts.inWords.completed, texts.inWords.byOffice),
    ];
  }
  return slotsOf(review.qualification.regulation).map((slot) =>
    line(`choice-${slot.id}`, signedTitle(slot), creditInWords(dossier, slot, review)),
  );
}

/** As on the page of the step, without what is doubtful. */
function signedTitle(slot: Slot): string {
  const [unit] = slot.units;
  return unit.doubtfulTitle === true ? titleOnPapers(unit) : slotTitle(slot);
}

function creditInWords(dossier: Dossier, slot: Slot, { acquis, qualification }: CompleteReview): string {
  const credit = acquis.credits.get(slot.id) ?? { choice: 'sit' };
  if (credit.choice === 'sit') return texts.acquis.sit;
  if (credit.choice === 'exempt') return say.exempted(exemptionInWords(dossier, slot, credit.ground, qualification));
  const words = credit.choice === 'keep' ? say.kept : say.carried;
  const unit = slot.units.length > 1 ? slot.units.find(({ id }) => id === credit.option) : undefined;
  return [
    ...(unit === undefined ? [] : [unitTitle(unit)]),
    words(markInWords(credit.halfPoints), numericDay(credit.obtainedOn)),
  ].join(', ');
}

function exemptionInWords(
  dossier: Dossier,
  slot: Slot,
  code: GroundCode,
  { regulation }: CompleteReview['qualification'],
): string {
  const ground = dossier.exam.exemptionGrounds.find((one) => one.code === code);
  return ground === undefined ? code : groundLabel(slot, ground, regulation);
}

function epreuvesLines(dossier: Dossier, review: CompleteReview): readonly Line[] {
  return unitLines(dossier, review)
    .filter((unit) => unit.sat)
    .map((unit) =>
      line(`epreuve-${unit.id}`, unit.code === '' ? unit.title : `${unit.code}\u00a0: ${unit.title}`, unit.choice),
    );
}

/** What was written over several lines, on one; « Aucune » where nothing was. */
function inOneLine(text: string | null): string {
  return text === null ? texts.inWords.none : text.replaceAll('\n', '\u00a0; ');
}

/**
 * Each unit of the regulation that concerns the candidate, in its order, with what becomes of it; where they aren't known, what
 * was told in words.
 */
export function unitLines(dossier: Dossier, review: CompleteReview): readonly (UnitLine & { readonly sat: boolean })[] {
  const { qualification, acquis, epreuves } = review;
  if (acquis.inWords !== null) return unitLinesInWords(dossier, review);
  const compulsory = slotsOf(qualification.regulation).map((slot) => {
    const credit = acquis.credits.get(slot.id);
    const sat = credit === undefined || credit.choice === 'sit';
    const chosen =
      credit?.choice === 'keep' || credit?.choice === 'carry' ? credit.option : epreuves.options.get(slot.id);
    const unit = slot.units.find(({ id }) => id === chosen) ?? (slot.units.length > 1 ? null : slot.units[0]);
    const language =
      sat && unit?.kind === 'LV_COMPULSORY' && epreuves.compulsoryLanguage !== null
        ? [say.language(epreuves.compulsoryLanguage)]
        : [];
    const when = epreuves.presented.includes(slot.id) ? say.sitNow : say.sitLater;
    return {
      id: slot.id,
      code: unit === null ? '' : (unit.code ?? ''),
      title: unit === null ? slotTitle(slot) : titleOnPapers(unit),
      choice: sat ? [when, ...language].join(', ') : creditInWords(dossier, slot, review),
      sat,
    };
  });
  const optional = qualification.regulation.units.flatMap((unit) => {
    const language = unit.kind === 'LV_OPTIONAL' ? epreuves.optionalLanguage : null;
    if (language === null && !epreuves.optionalUnits.includes(unit.id)) return [];
    const choice = [say.optional, ...(language === null ? [] : [say.language(language)])].join(', ');
    return [{ id: unit.id, code: unit.code ?? '', title: unit.title, choice, sat: true }];
  });
  return [...compulsory, ...unplacedLanguage(review), ...optional];
}

/** A language named where no source says of which unit it would be (Fleuriste 2021). */
function unplacedLanguage({ qualification, epreuves }: CompleteReview): ReturnType<typeof unitLines> {
  const { compulsoryLanguage } = epreuves;
  const placed = qualification.regulation.units.some(({ kind }) => kind === 'LV_COMPULSORY');
  if (compulsoryLanguage === null || placed) return [];
  return [{ id: 'language', code: '', title: texts.inWords.languageLine, choice: compulsoryLanguage, sat: true }];
}

/** « Présentées à cette session : … », and the languages, which are asked wherever the exam may have one. */
function unitLinesInWords(dossier: Dossier, review: CompleteReview): ReturnType<typeof unitLines> {
  const { presentedInWords, compulsoryLanguage, optionalLanguage } = review.epreuves;
  const told = texts.inWords;
  const sat = [
    { id: 'presentedInWords', title: say.sitNow, choice: inOneLine(presentedInWords ?? told.allOthers) },
    ...(compulsoryLanguage === null ? [] : [{ id: 'language', title: told.languageLine, choice: compulsoryLanguage }]),
    ...(optionalLanguage === null
      ? []
      : [{ id: 'optionalLanguage', title: texts.epreuves.optionalLanguage, choice: optionalLanguage }]),
  ];
  const credits = acquisLines(dossier, review).map(({ name, label, value }) => ({
    id: name,
    title: label,
    choice: value,
    sat: false,
  }));
  return [...credits, ...sat.map((one) => ({ ...one, sat: true }))].map((one) => ({ ...one, code: '' }));
}

const line = (name: string, label: string, value: string): Line => ({ name, label, value });

/** Without the optional fields that were left empty. */
function given(lines: readonly Line[], values: Readonly<Record<string, unknown>>): readonly Line[] {
  return lines.filter(({ name }) => values[name] !== null);
}

/** The lines of one summary whose words differ in another: what a modification changes. */
export function changedLines(
  before: readonly SummaryBlock[],
  after: readonly SummaryBlock[],
): ReadonlyMap<string, string> {
  const known = new Map(
    before.flatMap((block) => block.lines.map(({ name, value }) => [`${block.step} ${name}`, value])),
  );
  const changed = after.flatMap((block) =>
    block.lines
      .filter(({ name, value }) => known.get(`${block.step} ${name}`) !== value)
      .map(({ name }) => `${block.step} ${name}`),
  );
  const gone = [...known.keys()].filter(
    (key) => !after.some((block) => block.lines.some(({ name }) => `${block.step} ${name}` === key)),
  );
  return new Map([...changed, ...gone].map((key) => [key, known.get(key) ?? '']));
}
