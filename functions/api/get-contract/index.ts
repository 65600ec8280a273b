import { GetContractEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetContractEnv.parse(process.env);

export const handler = createHandler({ version: env.CODE_VERSION });
