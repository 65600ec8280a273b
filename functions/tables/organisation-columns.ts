import type { Day } from '../../domain/day.ts';
import type { Text } from '../../domain/language.ts';
import type { Organisation, OrganisationProfile } from '../../domain/organisation.ts';
import { countyNames } from '../../domain/statute/counties.ts';
import {
  type ServiceTask,
  serviceTaskNames,
  serviceTasks,
} from '../../domain/statute/service-tasks.ts';
import { type Cell, dayCell, oneNamed, someNamed, textCell, yesOrNo } from './cells.ts';
import { type Column, column } from './columns.ts';
import { contactsCell, organisersCell, unitsCell } from './organisation-cells.ts';

/*
 * An organisation as a row of a table. Headers and cells stand in the reader's language; all three are
 * understood when the table comes back.
 */

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

const sectorNames: Readonly<Record<OrganisationProfile['sector'], Text>> = {
  public: text('julkinen', 'offentlig', 'public'),
  private: text('yksityinen', 'privat', 'private'),
};

/** The Swedish names are our own: the official material has none. */
const joiningModelNames: Readonly<Record<OrganisationProfile['joiningModel'], Text>> = {
  direct: text('suoraliittyminen', 'direkt anslutning', 'direct'),
  joint: text('yhteisliittyminen', 'gemensam anslutning', 'joint'),
  parallel: text('rinnakkaisliittyminen', 'parallell anslutning', 'parallel'),
  undecided: text('ei päätetty', 'inte bestämt', 'undecided'),
};

const languageNames: Readonly<Record<OrganisationProfile['language'], Text>> = {
  fi: text('suomi', 'finska', 'Finnish'),
  sv: text('ruotsi', 'svenska', 'Swedish'),
  en: text('englanti', 'engelska', 'English'),
};

const field = <Value>(
  key: string,
  header: Text,
  how: { readonly cell: Cell<Value>; readonly of: (row: Organisation) => Value | null | undefined },
): Column<Organisation> => column([key], header, how);

type Fields<Value> = {
  [Key in keyof Organisation]: Organisation[Key] extends Value ? Key : never;
}[keyof Organisation];

const yesNo = (key: Fields<boolean | null>, header: Text): Column<Organisation> =>
  field(key, header, { cell: yesOrNo, of: (row) => row[key] });

const dayOf = (key: Fields<Day | null>, header: Text): Column<Organisation> =>
  field(key, header, { cell: dayCell, of: (row) => row[key] });

const byTask = (
  key: 'storingSince' | 'recordingsSince' | 'taskSince',
  header: Text,
): readonly Column<Organisation>[] =>
  serviceTasks.map((task: ServiceTask) => {
    const named = serviceTaskNames[task];
    return column(
      [key, task],
      text(`${header.fi}: ${named.fi}`, `${header.sv}: ${named.sv}`, `${header.en}: ${named.en}`),
      { cell: dayCell, of: (row: Organisation) => row[key][task] },
    );
  });

export const businessIdColumn: Column<Organisation> = field(
  'businessId',
  text('Y-tunnus', 'FO-nummer', 'Business ID'),
  { cell: textCell, of: (row) => row.businessId },
);

/** Every column that an import takes, in the order of an export. */
export const organisationColumns: readonly Column<Organisation>[] = [
  businessIdColumn,
  field('name', text('Nimi', 'Namn', 'Name'), { cell: textCell, of: (row) => row.name }),
  field('sector', text('Sektori', 'Sektor', 'Sector'), {
    cell: oneNamed(sectorNames),
    of: (row) => row.sector,
  }),
  field('counties', text('Hyvinvointialueet', 'Välfärdsområden', 'Wellbeing services counties'), {
    cell: someNamed(countyNames),
    of: (row) => row.counties,
  }),
  field('serviceTasks', text('Palvelutehtävät', 'Serviceuppgifter', 'Service tasks'), {
    cell: someNamed(serviceTaskNames),
    of: (row) => row.serviceTasks,
  }),
  yesNo(
    'usesClientDataSystem',
    text(
      'Asiakastietojärjestelmä käytössä',
      'Klientdatasystem i bruk',
      'Uses a client data system',
    ),
  ),
  field('joiningModel', text('Liittymismalli', 'Anslutningsmodell', 'Joining model'), {
    cell: oneNamed(joiningModelNames),
    of: (row) => row.joiningModel,
  }),
  yesNo('ownRegister', text('Oma rekisteri', 'Eget register', 'Own register')),
  yesNo(
    'actsForOrganiser',
    text(
      'Tuottaa palvelunjärjestäjän lukuun',
      'Producerar för en tjänsteanordnares räkning',
      'Acts for an organiser',
    ),
  ),
  yesNo(
    'makesRecordings',
    text(
      'Tekee video- tai äänitallenteita',
      'Gör video- eller ljudupptagningar',
      'Makes video or audio recordings',
    ),
  ),
  yesNo(
    'recordingsOnly',
    text('Tallentaa vain tallenteita', 'Sparar endast upptagningar', 'Stores recordings only'),
  ),
  yesNo(
    'recordsPatientData',
    text('Kirjaa potilastietoja', 'Antecknar patientuppgifter', 'Records patient data'),
  ),
  dayOf('joinedOn', text('Liittynyt Kantaan', 'Ansluten till Kanta', 'Joined Kanta on')),
  dayOf(
    'plannedJoinOn',
    text('Suunniteltu liittymispäivä', 'Planerad anslutningsdag', 'Plans to join on'),
  ),
  ...byTask('storingSince', text('Tallentaa alkaen', 'Sparar sedan', 'Storing since')),
  ...byTask('recordingsSince', text('Tallenteet alkaen', 'Upptagningar sedan', 'Recordings since')),
  dayOf(
    'patientDataSince',
    text('Potilastiedot alkaen', 'Patientuppgifter sedan', 'Patient data since'),
  ),
  dayOf('operatingSince', text('Toiminta alkanut', 'Verksamheten började', 'Operating since')),
  dayOf('endedOn', text('Toiminta päättynyt', 'Verksamheten upphörde', 'Ended on')),
  dayOf('systemSince', text('Järjestelmä alkaen', 'Systemet sedan', 'System since')),
  ...byTask('taskSince', text('Palvelutehtävä alkaen', 'Serviceuppgift sedan', 'Task since')),
  yesNo(
    'registeredInSoteri',
    text('Soteri-rekisterissä', 'I registret Soteri', 'Registered in Soteri'),
  ),
  yesNo(
    'readsOrSignsInKanta',
    text(
      'Henkilöstö lukee tai allekirjoittaa Kannassa',
      'Personalen läser eller signerar i Kanta',
      'Staff reads or signs in Kanta',
    ),
  ),
  yesNo(
    'systemUsedToJoin',
    text(
      'Järjestelmällä on liitytty ennenkin',
      'Systemet har använts vid anslutning förr',
      'System was used to join before',
    ),
  ),
  yesNo('mainJoiner', text('Pääliittyjä', 'Huvudanslutare', 'Main joiner')),
  field('organisers', text('Palvelunjärjestäjät', 'Tjänsteanordnare', 'Organisers'), {
    cell: organisersCell,
    of: (row) => (row.organisers.length === 0 ? null : row.organisers),
  }),
  field('units', text('Palveluyksiköt', 'Tjänsteenheter', 'Service units'), {
    cell: unitsCell,
    of: (row) => (row.units.length === 0 ? null : row.units),
  }),
  field('contacts', text('Yhteyshenkilöt', 'Kontaktpersoner', 'Contacts'), {
    cell: contactsCell,
    of: (row) => (row.contacts.length === 0 ? null : row.contacts),
  }),
  field('language', text('Kieli', 'Språk', 'Language'), {
    cell: oneNamed(languageNames),
    of: (row) => row.language,
  }),
];
