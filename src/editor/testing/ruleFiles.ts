/** Every file of rules of this repository: those delivered, and those of the tests. */
export const RULE_FILES = ['catalogue/**/*.yaml', 'e2e/catalogues/**/*.yaml'];
