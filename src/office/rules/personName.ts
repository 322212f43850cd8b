export { personName } from '../../accounts/index.ts';
