import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoImports } from '../../adapters/imports.ts';
import { GetImportEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetImportEnv.parse(process.env);

export const handler = createHandler({ imports: dynamoImports(new DynamoDBClient(), env.TABLE) });
