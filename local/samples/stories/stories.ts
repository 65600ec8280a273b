import type { Story } from '../story.ts';
import { joined } from './joined.ts';
import { ended, newcomers } from './newcomers-and-ended.ts';
import { notJoined } from './not-joined.ts';
import { outsideOrBeside } from './outside-or-beside.ts';
import { publicOrganisers } from './public-organisers.ts';

/** Every invented organisation there is, by what it shows. */
export const stories: readonly Story[] = [
  ...publicOrganisers,
  ...joined,
  ...notJoined,
  ...outsideOrBeside,
  ...newcomers,
  ...ended,
];
