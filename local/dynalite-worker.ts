import { parentPort } from 'node:worker_threads';
import dynalite from 'dynalite';
import { addressOf, isSystemError, listen } from './servers.ts';

/*
 * The embedded DynamoDB, in a thread of its own: it throws when a client hangs up in the middle of a
 * request, as a function does that is stopped, and nothing else may fall with it.
 */

process.on('uncaughtException', (error) => {
  if (!isSystemError(error) || error.code !== 'ECONNRESET') {
    throw error;
  }
});

const server = dynalite({ createTableMs: 0 });
await listen(server, 0);
parentPort?.postMessage(addressOf(server));
