import { expect, it } from 'vitest';
import { parseForm } from '../../ui/index.ts';
import { invitationFields } from './staffForm.tsx';

it('asks for the address of who is invited, not of who invites', () => {
  const read = parseForm(invitationFields(['head'], undefined), {});
  expect(read.ok ? [] : read.error.faults.map(({ message }) => message)).toContain(
    "Indiquez l'adresse mail de la personne.",
  );
});
