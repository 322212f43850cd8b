/** Every file of rules of this repository. */
export const RULE_FILES = ['catalogue/**/*.yaml', 'e2e/catalogues/**/*.yaml'];
