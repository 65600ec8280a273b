import { day } from '../../domain/day.ts';
import { dayBetween, type Random } from './random.ts';
import {
  barelyBegun,
  certificateExpired,
  certificatesEndSoon,
  everythingDone,
  improving,
  nothingStated,
  preparedAndJoined,
  underWay,
} from './statements.ts';
import { type Assessments, around, type ProfileBody } from './story.ts';
import {
  firstUnitsDone,
  laggingUnit,
  partlyNotApplicable,
  saying,
  silentAfter,
  withoutDetail,
} from './variations.ts';

/** What it tells as a whole: who has joined how it went, others whatever they have come to. */
const told = (random: Random, life: ProfileBody): Assessments => {
  if (life.joinedOn != null && random.chance(0.85)) return preparedAndJoined;
  const began = dayBetween(random, '2025-11-03', '2026-08-14');
  return random.weighted<Assessments>([
    [nothingStated, 45],
    [underWay(began), 20],
    [barelyBegun, 10],
    [improving, 10],
    [everythingDone, 7],
    [certificatesEndSoon, 5],
    [certificateExpired, 3],
  ]);
};

const notInSoteri = {
  'licence-or-registration': 'Palvelut ovat asiakkaille maksuttomia (741/2023 2 §).',
  'soteri-check': 'Emme ole Soteri-rekisterissä.',
  'self-monitoring-plan': 'Laki 741/2023 ei koske toimintaamme.',
  'self-monitoring-programme': 'Laki 741/2023 ei koske toimintaamme.',
};

/** What makes its telling unlike that of others: units apart, a gap, silence, or few words. */
const varied = (
  random: Random,
  { life, of }: { readonly life: ProfileBody; readonly of: Assessments },
): Assessments => {
  const { joinedOn, serviceTasks: tasks } = life;
  const units = life.units?.length ?? 0;
  const unit = random.between(1, Math.max(1, units));
  const firstUnits = Math.ceil(units / 2);
  const silentFrom = dayBetween(random, '2025-01-13', '2026-10-30');
  const lagging = laggingUnit({ unit, behindIn: ['cards', 'staff-training'] }, of);
  return random.weighted<Assessments>([
    [of, 40],
    [withoutDetail(of), 30],
    [units > 1 ? lagging : of, 12],
    [
      units > 1 && joinedOn != null
        ? firstUnitsDone({ on: around(day(joinedOn), -25), count: firstUnits }, of)
        : of,
      8,
    ],
    [silentAfter(silentFrom, of), 4],
    [
      tasks.length > 1
        ? saying(
            { 'access-rights': { state: 'done', points: { serviceTasks: tasks.slice(1) } } },
            of,
          )
        : of,
      4,
    ],
    [
      joinedOn == null
        ? saying({ 'certified-system': { state: 'done', points: { patientSystem: true } } }, of)
        : of,
      2,
    ],
  ]);
};

/** What an organisation of the generator states of itself in its life. */
export const generatedAssessments = (random: Random, life: ProfileBody): Assessments => {
  const of = varied(random, { life, of: told(random, life) });
  return life.sector === 'private' && life.registeredInSoteri === false
    ? partlyNotApplicable(notInSoteri, of)
    : of;
};
