import { defineField, freeText, type Option, oneOf } from '../../../ui/index.ts';
import { BANNER, BANNER_HOURS } from '../../incident.ts';
import { incidentTexts } from '../incidentTexts.ts';

const { banner, unfinished } = incidentTexts;

const hourOptions = BANNER_HOURS.map((count) => ({ value: String(count), label: banner.hour(count) }));

export const bannerForm = [
  defineField({
    name: 'phrase',
    label: banner.words,
    hint: banner.hint,
    control: 'textarea',
    rows: 2,
    missing: banner.missing,
    check: freeText(BANNER.characters),
  }),
  defineField({
    name: 'heures',
    label: banner.hours,
    control: 'select',
    options: hourOptions,
    missing: banner.hoursMissing,
    check: oneOf(hourOptions),
  }),
] as const;

/** `sessions`: those whose closing is ahead. */
export function unfinishedForm(sessions: readonly Option[]) {
  return [
    defineField({
      name: 'session',
      label: unfinished.session,
      control: 'select',
      options: sessions,
      missing: unfinished.sessionMissing,
      check: oneOf(sessions),
    }),
    defineField({
      name: 'message',
      label: unfinished.words,
      hint: unfinished.hint,
      control: 'textarea',
      rows: 3,
      missing: unfinished.missing,
      check: freeText(500),
    }),
  ] as const;
}

export const INCIDENT_ACTS = {
  show: 'afficher',
  remove: 'retirer',
  preview: 'apercu',
  send: 'envoyer',
  correct: 'corriger',
} as const;
