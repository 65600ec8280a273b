import type { Text } from '../../domain/language.ts';

/** What is wrong with one field: its path dotted, as in `serviceTasks.0`; empty for the whole body. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Every way in which an HTTP call can fail, with its status and what it is called (RFC 9457). */
export const problems = {
  'invalid-input': {
    status: 400,
    title: {
      fi: 'Pyynnössä on virheitä',
      sv: 'Begäran innehåller fel',
      en: 'The request has errors',
    },
  },
  forbidden: {
    status: 403,
    title: {
      fi: 'Roolisi ei oikeuta tähän',
      sv: 'Din roll ger inte rätt till detta',
      en: 'Your role does not allow this',
    },
  },
  'not-found': {
    status: 404,
    title: { fi: 'Ei löydy', sv: 'Finns inte', en: 'Not found' },
  },
  'changed-meanwhile': {
    status: 412,
    title: {
      fi: 'Tieto on muuttunut sen jälkeen, kun luit sen',
      sv: 'Uppgiften har ändrats efter att du läste den',
      en: 'It has changed since you read it',
    },
  },
  'too-large': {
    status: 413,
    title: {
      fi: 'Pyyntö on liian suuri',
      sv: 'Begäran är för stor',
      en: 'The request is too large',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: {
      fi: 'Sisältötyyppiä ei oteta vastaan',
      sv: 'Innehållstypen tas inte emot',
      en: 'The content type is not taken',
    },
  },
  'key-used-for-another-request': {
    status: 422,
    title: {
      fi: 'Samalla Idempotency-Key-avaimella on jo lähetetty toinen sisältö',
      sv: 'Ett annat innehåll har redan skickats med samma Idempotency-Key',
      en: 'Another content was already sent with the same Idempotency-Key',
    },
  },
  'approver-is-requester': {
    status: 422,
    title: {
      fi: 'Poikkeusta ei voi hyväksyä sen pyytäjä',
      sv: 'Ett undantag kan inte godkännas av den som begär det',
      en: 'A waiver cannot be approved by who requests it',
    },
  },
  'too-many-webhooks': {
    status: 422,
    title: {
      fi: 'Webhookeja on jo enimmäismäärä',
      sv: 'Det högsta antalet webhookar har redan nåtts',
      en: 'There are as many webhooks as there may be',
    },
  },
  'internal-error': {
    status: 500,
    title: {
      fi: 'Palvelussa on vika, josta ylläpito on saanut tiedon',
      sv: 'Ett fel i tjänsten, som administratören har underrättats om',
      en: 'A fault in the service, which the operator has been told of',
    },
  },
  unavailable: {
    status: 503,
    title: {
      fi: 'Palvelu on ruuhkautunut, yritä hetken päästä uudelleen',
      sv: 'Tjänsten är överbelastad, försök igen om en stund',
      en: 'The service is busy, try again in a moment',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Text }>>;
export type ProblemKind = keyof typeof problems;

/** A call that cannot be answered as asked, for a reason the caller is told. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];

  constructor(kind: ProblemKind, errors: readonly FieldError[] = []) {
    super(kind);
    this.name = 'Problem';
    this.kind = kind;
    this.errors = errors;
  }
}
