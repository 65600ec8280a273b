import { BusinessId } from '../../../domain/identifiers.ts';
import { serviceTasks } from '../../../domain/statute/service-tasks.ts';
import { businessIdOf, unitOid } from '../invented-identifiers.ts';
import type { DaysByTask, ProfileBody, Story } from '../story.ts';

/*
 * Every organisation, person, place and address here is invented. Names lean on words for "example",
 * "invented" and "fairy tale" so that nobody takes one for real.
 */

type Life = Omit<ProfileBody, 'units'>;
interface Told extends Pick<Story, 'situation' | 'assessments'> {
  /** The first seven digits of its Y-tunnus. */
  readonly digits: string;
  readonly life: Life;
  /** Names of its units; their OIDs are made from its own Y-tunnus. */
  readonly units?: readonly string[];
  /** Units that came from elsewhere and kept their OIDs. */
  readonly movedUnits?: ProfileBody['units'];
}

export const story = ({ digits, life, units = [], movedUnits = [], ...told }: Told): Story => {
  const businessId = BusinessId.parse(businessIdOf(digits));
  const own = units.map((name, i) => ({ oid: unitOid(businessId, i + 1), name }));
  return { ...told, businessId, life: { ...life, units: [...own, ...movedUnits] } };
};

/** A private provider as most are: a system that others have joined with, its own clients and the county's. */
export const company = (
  facts: Partial<Life> & Pick<Life, 'name' | 'counties' | 'serviceTasks'>,
): Life => ({
  sector: 'private',
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
  registeredInSoteri: true,
  systemUsedToJoin: true,
  ...facts,
});

/** An organiser with every service task, as a county is. */
export const organiser = (facts: Partial<Life> & Pick<Life, 'name' | 'counties'>): Life => ({
  sector: 'public',
  serviceTasks: [...serviceTasks],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: false,
  makesRecordings: true,
  recordsPatientData: true,
  registeredInSoteri: null,
  systemUsedToJoin: true,
  ...facts,
});

export const since = (on: string, ...tasks: readonly (keyof DaysByTask)[]): DaysByTask =>
  Object.fromEntries(tasks.map((task) => [task, on]));
export const person = (
  name: string,
  address: string,
  language: 'fi' | 'sv' | 'en' = 'fi',
): NonNullable<ProfileBody['contacts']>[number] => ({ name, email: address, language });
export const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);

/** Those without a storing day of their own. */
export const sixTasks = serviceTasks.filter((task) => task !== 'family-law');
