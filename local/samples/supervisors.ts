import type { Language } from '../../domain/language.ts';
import type { County } from '../../domain/statute/counties.ts';

/** What is sent in `PUT /supervisors/{id}`. */
export interface SupervisorBody {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly counties: readonly County[];
}

export interface SampleSupervisor {
  readonly id: string;
  readonly body: SupervisorBody;
}

/** Has organisations and nobody who supervises them, to show what reaches nobody. */
export const countyWithoutSupervisor: County = 'kainuu';

/** Invented supervisors, in all three languages; Länsi-Uusimaa has two, one county has none. */
export const supervisors: readonly SampleSupervisor[] = [
  {
    id: 'valvoja-lansi',
    body: {
      name: 'Vuokko Valvoja',
      email: 'vuokko.valvoja@example.fi',
      language: 'fi',
      counties: ['varsinais-suomi', 'satakunta'],
    },
  },
  {
    id: 'valvoja-sisa',
    body: {
      name: 'Tapio Tarkkaavainen',
      email: 'tapio.tarkkaavainen@example.fi',
      language: 'fi',
      counties: ['pirkanmaa', 'keski-suomi', 'etela-pohjanmaa'],
    },
  },
  {
    id: 'valvoja-etela',
    body: {
      name: 'Eila Etsivä',
      email: 'eila.etsiva@example.fi',
      language: 'fi',
      counties: ['etela-karjala', 'kymenlaakso', 'paijat-hame', 'kanta-hame'],
    },
  },
  {
    id: 'valvoja-ita',
    body: {
      name: 'Ilmari Itäinen',
      email: 'ilmari.itainen@example.fi',
      language: 'fi',
      counties: ['etela-savo', 'pohjois-karjala', 'pohjois-savo'],
    },
  },
  {
    id: 'valvoja-pohjoinen',
    body: {
      name: 'Pohja Revontuli',
      email: 'pohja.revontuli@example.fi',
      language: 'fi',
      counties: ['lappi', 'pohjois-pohjanmaa'],
    },
  },
  {
    id: 'tillsyn-osterbotten',
    body: {
      name: 'Torsten Tillsynsman',
      email: 'torsten.tillsynsman@example.org',
      language: 'sv',
      counties: ['pohjanmaa', 'keski-pohjanmaa', 'ahvenanmaa'],
    },
  },
  {
    id: 'tillsyn-nyland',
    body: {
      name: 'Nanna Noggrann',
      email: 'nanna.noggrann@example.org',
      language: 'sv',
      counties: ['ita-uusimaa', 'lansi-uusimaa'],
    },
  },
  {
    id: 'supervision-capital',
    body: {
      name: 'Casey Careful',
      email: 'casey.careful@example.org',
      language: 'en',
      counties: ['helsinki', 'vantaa-kerava', 'keski-uusimaa', 'lansi-uusimaa'],
    },
  },
];
