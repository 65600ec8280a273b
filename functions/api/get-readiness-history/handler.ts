import { namedBy } from '../../../domain/digest/due-together.ts';
import { type Change, type ChangedDay, changedDays } from '../../../domain/history.ts';
import type { Language } from '../../../domain/language.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { serviceTaskNames } from '../../../domain/statute/service-tasks.ts';
import { overallTexts } from '../../../domain/texts/status-texts.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { listPages, pageOf } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
}

/** What a change is about; undefined for what the law no longer knows, which keeps its id only. */
const nameOf = (change: Change, language: Language): string | undefined => {
  switch (change.kind) {
    case 'status':
      return undefined;
    case 'deadline': {
      const named = namedBy(change.id);
      if (named === undefined) return undefined;
      const name = obligationTexts[named.obligation].name[language];
      return named.serviceTask === undefined
        ? name
        : `${name}: ${serviceTaskNames[named.serviceTask][language]}`;
    }
    case 'requirement': {
      const known = requirementIds.find((id) => id === change.id);
      return known && requirementTexts[known].name[language];
    }
  }
};

const changeAnswer = (change: Change, language: Language) => {
  const name = nameOf(change, language);
  return { ...change, ...(name === undefined ? {} : { name }) };
};

const dayAnswer = ({ status, changes, ...day }: ChangedDay, language: Language) => ({
  ...day,
  status,
  statusText: overallTexts[status][language],
  changes: changes.map((change) => changeAnswer(change, language)),
});

/** GET /organisations/{businessId}/readiness/history: the days on which something changed, newest first. */
export const createHandler = ({ organisations }: Dependencies) =>
  httpFunction('get-readiness-history', async (request) => {
    const { businessId, evaluations } = await organisationInScope(
      'get-readiness-history',
      request,
      organisations,
    );
    const { cursor, limit } = request.query(listPages);
    const { language } = request;
    const { page, ...next } = pageOf(changedDays(evaluations), {
      cursor,
      limit,
      positionOf: ({ on }) => on,
      question: { businessId },
      language,
    });
    const days = page.map((day) => dayAnswer(day, language));
    return { status: 200, body: { businessId, days, ...next } };
  });
