/** The files of the page, each with its type. The first two are the viewer's (swagger-ui-dist), the others ours. */
export const docsFiles = {
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
} as const;
export type DocsFile = keyof typeof docsFiles;

export const docsFileNames = [
  'swagger-ui-bundle.js',
  'swagger-ui.css',
  'page.js',
  'page.css',
] as const;
