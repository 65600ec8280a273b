import type { PreTokenGenerationV2TriggerHandler } from 'aws-lambda';
import { addClaims } from './handler.ts';

export const handler: PreTokenGenerationV2TriggerHandler = async (event) => addClaims(event);
