import { type Day, day } from '../day.ts';
import type { Text } from '../language.ts';

/** The acts we rest on. */
export type KnownAct =
  | '150/1930'
  | '784/2021'
  | '703/2023'
  | '307/2024'
  | '741/2023'
  | '964/2024'
  | '457/2024';

/** An act or decree: when it was given (so could be known) and from when it is in force. */
export interface Act {
  /** null where no source of ours has the day; such an act can carry no catalogue entry. */
  readonly given: Day | null;
  readonly inForceFrom: Day;
  readonly name: Text;
  /** The official text in the statute book of Finland. */
  readonly url: string;
}

const statuteBook = (year: number, number: number): string =>
  `https://www.finlex.fi/fi/lainsaadanto/saadoskokoelma/${year}/${number}`;

/**
 * The acts we rest on. Sources: the official texts in Finnish and Swedish as given, last read as
 * published on 21.2.2025; amendments after that day have not been read (README, limits).
 */
export const acts: Readonly<Record<KnownAct, Act>> = {
  '150/1930': {
    given: null,
    inForceFrom: day('1931-01-01'),
    name: {
      fi: 'laki säädettyjen määräaikain laskemisesta',
      sv: 'lagen om beräknande av laga tid',
      en: 'Act on the calculation of statutory time limits',
    },
    url: statuteBook(1930, 150),
  },
  '784/2021': {
    given: day('2021-08-27'),
    inForceFrom: day('2021-11-01'),
    name: {
      fi: 'laki sosiaali- ja terveydenhuollon asiakastietojen sähköisestä käsittelystä',
      sv: 'lagen om elektronisk behandling av kunduppgifter inom social- och hälsovården',
      en: 'Act on the electronic processing of client data in social and health care (2021)',
    },
    url: statuteBook(2021, 784),
  },
  '703/2023': {
    given: day('2023-04-14'),
    inForceFrom: day('2024-01-01'),
    name: {
      fi: 'laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
      sv: 'lagen om behandling av kunduppgifter inom social- och hälsovården',
      en: 'Act on the processing of client data in social and health care (2023)',
    },
    url: statuteBook(2023, 703),
  },
  '307/2024': {
    given: day('2024-06-07'),
    inForceFrom: day('2024-07-01'),
    name: {
      fi: 'laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä annetun lain muuttamisesta',
      sv: 'lagen om ändring av lagen om behandling av kunduppgifter inom social- och hälsovården',
      en: 'Act amending the Act on the processing of client data in social and health care',
    },
    url: statuteBook(2024, 307),
  },
  '741/2023': {
    given: day('2023-04-14'),
    inForceFrom: day('2024-01-01'),
    name: {
      fi: 'laki sosiaali- ja terveydenhuollon valvonnasta',
      sv: 'lagen om tillsynen över social- och hälsovården',
      en: 'Act on the supervision of social and health care',
    },
    url: statuteBook(2023, 741),
  },
  '964/2024': {
    given: day('2024-12-19'),
    inForceFrom: day('2025-01-01'),
    name: {
      fi: 'laki sosiaali- ja terveydenhuollon valvonnasta annetun lain muuttamisesta',
      sv: 'lagen om ändring av lagen om tillsynen över social- och hälsovården',
      en: 'Act amending the Act on the supervision of social and health care',
    },
    url: statuteBook(2024, 964),
  },
  '457/2024': {
    given: day('2024-06-28'),
    inForceFrom: day('2024-10-01'),
    name: {
      fi: 'sosiaali- ja terveysministeriön asetus sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
      sv: 'social- och hälsovårdsministeriets förordning om behandling av kunduppgifter inom social- och hälsovården',
      en: 'Decree of the Ministry of Social Affairs and Health on the processing of client data in social and health care',
    },
    url: statuteBook(2024, 457),
  },
};

export const isKnownAct = (id: string): id is KnownAct => Object.hasOwn(acts, id);
