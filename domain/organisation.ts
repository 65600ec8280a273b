import * as z from 'zod';
import { Day } from './day.ts';
import { type BusinessId, belongsToAnother, UnitOid } from './identifiers.ts';
import { languages } from './language.ts';
import { counties } from './statute/counties.ts';
import { serviceTasks } from './statute/service-tasks.ts';

/** Texts without control characters, as every reader of the contract can tell them (the class Cc). */
export const withoutControls = '[^\\u0000-\\u001f\\u007f-\\u009f]*';

/** One line of text for people: not blank, no control characters, well-formed Unicode. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .trim()
    .min(1)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed(), {
      params: { rule: 'single-line' },
    })
    .meta({ pattern: `^\\s*${withoutControls}\\s*$` });

/** A mail address that can stand in a header as it is; domains may hold letters of any language. */
export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u)
  // Not every reader of the contract knows classes of letters.
  .meta({ override: { pattern: '^[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+$' } });

export const language = z.enum(languages);
export const countyKey = z
  .enum(counties)
  .meta({ id: 'County', description: 'A wellbeing services county, Helsinki or Åland.' });
export const serviceTask = z
  .enum(serviceTasks)
  .meta({ id: 'ServiceTask', description: 'A service task (palvelutehtävä).' });

/** Someone of the organisation's own who is written to. */
export const contact = z.strictObject({
  name: line(300),
  email,
  language: language.default('fi'),
});
export type Contact = z.infer<typeof contact>;

/** A list without repetitions. */
export const each = <T extends z.ZodType>(item: T, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((values) => new Set(values).size === values.length, { params: { rule: 'each-once' } })
    .meta({ uniqueItems: true });

export const eachCounty = each(countyKey, 1, counties.length);

const dayOrUnknown = Day.nullable().default(null);
/** Days by service task; a null says no more than a missing key. */
const daysByTask = z.partialRecord(serviceTask, Day.nullable()).default({});

/**
 * What the law asks about an organisation (palvelunantaja), as its own representative states it.
 * null or a missing key: not so, or not known to us. Days of what has happened are not after today.
 */
export const organisationProfile = (today: Day) =>
  z
    .strictObject({
      name: line(300),
      sector: z.enum(['public', 'private']),
      counties: eachCounty.describe('Where it is active.'),
      serviceTasks: each(serviceTask, 1, serviceTasks.length).describe('Whose services it gives.'),
      usesClientDataSystem: z
        .boolean()
        .describe('Has an information system meant for client data in use (703/2023 67 § 2 mom.).'),
      joiningModel: z.enum(['direct', 'joint', 'parallel', 'undecided']),
      ownRegister: z
        .boolean()
        .describe('Is the controller of a client register of its own (703/2023 13 §).'),
      actsForOrganiser: z
        .boolean()
        .describe('Produces services on behalf of an organiser (703/2023 14 §).'),
      makesRecordings: z.boolean().default(false),
      recordingsOnly: z
        .boolean()
        .default(false)
        .describe('Stores nothing but video and audio recordings.'),
      recordsPatientData: z.boolean().default(false),
      joinedOn: dayOrUnknown.describe('The day on which it joined Kanta.'),
      storingSince: daysByTask.describe('Since when it stores documents, by service task.'),
      language: language.default('fi'),
      contacts: z.array(contact).max(50).default([]).describe('Who of it is written to.'),
      units: z
        .array(z.strictObject({ oid: UnitOid, name: line(300) }))
        .max(2000)
        .refine((units) => new Set(units.map(({ oid }) => oid)).size === units.length, {
          params: { rule: 'each-once' },
        })
        .default([]),
      recordingsSince: daysByTask.describe('Since when it stores recordings, by service task.'),
      patientDataSince: dayOrUnknown.describe('Since when it stores patient data.'),
      plannedJoinOn: dayOrUnknown,
      readsOrSignsInKanta: z
        .boolean()
        .nullable()
        .default(null)
        .describe(
          'Whether its staff reads data in Kanta or signs documents; then it needs cards. null: taken as yes.',
        ),
      systemUsedToJoin: z
        .boolean()
        .nullable()
        .default(null)
        .describe(
          'Whether its system has been used to join Kanta before, by anyone; it halves the time joining takes.',
        ),
      mainJoiner: z
        .boolean()
        .nullable()
        .default(null)
        .describe(
          'In joint joining: whether it is the main joiner, who makes the application. null: taken as yes.',
        ),
      registeredInSoteri: z
        .boolean()
        .nullable()
        .default(null)
        .describe('Entered in the register of service producers, Soteri (741/2023 11 §).'),
      operatingSince: dayOrUnknown.describe('Since when it gives social services.'),
      endedOn: dayOrUnknown.describe('The last day of its operation.'),
      systemSince: dayOrUnknown.describe('Since when its client data system is in use.'),
      taskSince: daysByTask.describe('Since when it gives the services of a task.'),
      organisers: z
        .array(z.strictObject({ county: countyKey, joinedOn: dayOrUnknown }))
        .max(counties.length)
        .refine((all) => new Set(all.map(({ county }) => county)).size === all.length, {
          params: { rule: 'each-once' },
        })
        .default([]),
    })
    .superRefine((profile, context) => {
      const happened = (day: Day | null | undefined, path: (string | number)[]) => {
        if (day != null && day > today) {
          context.addIssue({ code: 'custom', path, params: { rule: 'not-after-today', today } });
        }
      };
      happened(profile.joinedOn, ['joinedOn']);
      happened(profile.patientDataSince, ['patientDataSince']);
      happened(profile.endedOn, ['endedOn']);
      for (const task of serviceTasks) {
        happened(profile.storingSince[task], ['storingSince', task]);
        happened(profile.recordingsSince[task], ['recordingsSince', task]);
      }
      profile.organisers.forEach(({ joinedOn }, i) => {
        happened(joinedOn, ['organisers', i, 'joinedOn']);
      });
      const { operatingSince, endedOn } = profile;
      if (operatingSince !== null && endedOn !== null && endedOn < operatingSince) {
        context.addIssue({
          code: 'custom',
          path: ['endedOn'],
          params: { rule: 'ends-after-start' },
        });
      }
    });

export type OrganisationProfile = z.infer<ReturnType<typeof organisationProfile>>;
export type Organisation = OrganisationProfile & { readonly businessId: BusinessId };

/** Whether its operation has ended by a day. */
export const hasEnded = ({ endedOn }: Pick<Organisation, 'endedOn'>, on: Day): boolean =>
  endedOn !== null && on > endedOn;

/** What is odd about a profile without being wrong; the provider is told, nothing is refused. */
export type ProfileRemark = { readonly path: string; readonly rule: 'oid-of-another' };

/** Units whose OID was made from another Y-tunnus (they keep it when they move; law.md 5.2). */
export const remarksOn = (organisation: Organisation): readonly ProfileRemark[] =>
  organisation.units.flatMap(({ oid }, i) =>
    belongsToAnother(oid, organisation.businessId)
      ? [{ path: `units.${i}.oid`, rule: 'oid-of-another' as const }]
      : [],
  );
