import { GetHealthEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetHealthEnv.parse(process.env);

export const handler = createHandler({ version: env.CODE_VERSION });
