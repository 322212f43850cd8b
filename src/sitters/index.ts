export { admitToReplacement } from './admitToReplacement.ts';
export { SITTER_EVENTS } from './events.ts';
export { sitterMigrations } from './migrations.ts';
export { readSitters, type SessionSitter } from './readSitters.ts';
export { sitterRoutes } from './routes/sitters.ts';
export { sittersTexts } from './sittersTexts.ts';
export { isCalled } from './store/named.ts';
export { readAdmitted } from './store/replacements.ts';
export { countBySpeciality, type NamedCandidate, namesOf, running } from './store/running.ts';
