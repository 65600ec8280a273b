import type { ServiceTask } from './service-tasks.ts';

/** The job roles by which access rights are divided (457/2024 10 §). */
export const jobRoles = [
  'broad-client-responsibility',
  'arranging',
  'child-welfare-officer',
  'implementing',
  'administration',
] as const;
export type JobRole = (typeof jobRoles)[number];

/**
 * The roles an organisation divides its staff into: public care by 10 § 1 mom., private by 2 mom. The
 * child welfare officer belongs to family-law services (14 §).
 */
export const jobRolesOf = (
  sector: 'public' | 'private',
  tasks: readonly ServiceTask[],
): readonly JobRole[] =>
  sector === 'private'
    ? ['arranging', 'implementing', 'administration']
    : jobRoles.filter((role) => role !== 'child-welfare-officer' || tasks.includes('family-law'));
