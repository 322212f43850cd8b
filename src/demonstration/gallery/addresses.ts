const HOME = '/demo/galerie';

/** Where the gallery is; `group`: some components together; `page`: one page in one state. */
export const galleryAddresses = {
  home: HOME,
  group: (code: string): string => `${HOME}/${code}`,
  page: (code: string): string => `${HOME}/pages/${code}`,
};
