import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { UsageError } from './options.ts';

/** Everything listens here and nowhere else. */
export const host = '127.0.0.1';

/** Whether an error comes from the operating system, with its code. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error;

/** A port that nothing listens on: the one asked for, or any for 0. Throws a UsageError if taken. */
export const claimFree = async (port: number): Promise<number> => {
  const probe = createServer();
  const found = await listen(probe, port);
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return found;
};

const portOf = (server: NetServer): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** The address of a server that listens. */
export const addressOf = (server: NetServer): string => `http://${host}:${portOf(server)}`;

/** Starts a server, and gives its port: the one asked for, or a free one for 0. */
export const listen = (server: NetServer, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason =
        isSystemError(error) && error.code === 'EADDRINUSE'
          ? `Port ${port} is taken: choose others with --port.`
          : `Port ${port} cannot be used: ${error.message}.`;
      reject(new UsageError(reason));
    });
    server.listen(port, host, () => resolve(portOf(server)));
  });

/** Stops a server without waiting for connections that are only kept open. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
