import { systemClock } from '../../clock.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ clock: systemClock });
