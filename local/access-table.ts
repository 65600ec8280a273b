import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reach, type Rule, rules } from '../functions/api/access.ts';
import { everyRoute, isChanging } from '../functions/api/routes.ts';

/*
 * `npm run tables`: writes docs/access.md, who may do what, from the routes and their rules.
 */

const reachTexts: Readonly<Record<Reach, string>> = {
  none: '–',
  own: 'own',
  'own-counties': 'own counties',
  all: 'all',
};

const cellsOf = (rule: Rule): readonly string[] =>
  rule === 'anyone'
    ? ['anyone', 'anyone', 'anyone', 'anyone', 'anyone']
    : [rule.provider, rule.supervisor, rule.admin]
        .map((reach) => reachTexts[reach])
        .concat('–', '401');

export const accessDocument = (): string =>
  [
    '# Who may do what',
    '',
    'Generated from functions/api/routes.ts and functions/api/access.ts by `npm run tables`; a test compares it. That the',
    'running system answers so, in every cell, is asserted by test/access.test.ts against a table of its own.',
    '',
    '| route | call | provider | supervisor | admin | no role | no token | audit trail |',
    '|---|---|---|---|---|---|---|---|',
    ...everyRoute().map(
      ([name, { method, path }]) =>
        `| \`${name}\` | \`${method} ${path}\` | ${cellsOf(rules[name]).join(' | ')} | ${isChanging(name) ? '●' : ''} |`,
    ),
    '',
    '- **own**: organisations that the token names; of supervisors the token’s subject. **own counties**:',
    '  organisations active in a county that the token names, lists of these, and imports that she began herself.',
    '  **all**: everything. **–**: 403. What has no rule does not compile.',
    '- What lies outside is answered as what does not exist: 404, with the same body and headers but for the',
    '  correlation id, after the same reads. Where the token alone decides, nothing is read; where a county does,',
    '  the organisation is read in one query whether it exists or not.',
    '- 401 is the gateway’s own answer. It believes the tokens of one issuer, by signature (RS256, key id),',
    '  issuer, audience, `exp`, `nbf` and `iat`. It does not look at what a token is for: an ID token passes it',
    '  and then has no role (403).',
    '- ●: the call stands in the audit trail before anything is changed (`GET /audit`).',
    '',
    'Open to anyone, and why:',
    '',
    ...everyRoute().flatMap(([name, { open }]) =>
      open === undefined ? [] : [`- \`${name}\`: ${open}`],
    ),
    '',
    'Not GET, and yet nothing is changed:',
    '',
    ...everyRoute().flatMap(([name, { readsOnly }]) =>
      readsOnly === undefined ? [] : [`- \`${name}\`: ${readsOnly}`],
    ),
    '',
  ].join('\n');

export const documentPath = join(import.meta.dirname, '..', 'docs', 'access.md');

if (import.meta.main) writeFileSync(documentPath, accessDocument());
