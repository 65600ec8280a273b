import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export interface Browser {
  /** Opens a page, waits until it stands, and takes a picture of all of it (PNG). */
  readonly picture: (url: string, look: Look) => Promise<Buffer>;
  /** The value of an expression in the page last opened. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => void;
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
];

const Answer = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** The address of the page's debugger, which Chromium writes to its standard error. */
const debuggerOf = (chromium: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    chromium.once('error', reject);
    chromium.once('exit', () => reject(new Error(`chromium ended: ${said}`)));
    chromium.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const address = /DevTools listening on ws:\/\/([^/]+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });

const Pages = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));

/**
 * A Chromium of our own, spoken to over its debugging protocol: it can be as narrow as a telephone and
 * prefer dark colours, which its command line cannot. Rejects where there is no Chromium.
 */
export const startChromium = async (program = 'chromium'): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), 'mail-gallery-'));
  const chromium = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await debuggerOf(chromium);
  const pages = Pages.parse(await (await fetch(`http://${address}/json/list`)).json());
  const page = pages.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('chromium opened no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));

  let lastId = 0;
  const waiting = new Map<number | string, (answer: z.infer<typeof Answer>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = Answer.parse(JSON.parse(String(data)));
    const key = answer.id ?? answer.method ?? '';
    waiting.get(key)?.(answer);
    waiting.delete(key);
  });
  const event = (method: string) =>
    new Promise((resolve) => {
      waiting.set(method, resolve);
    });
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
      );
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
  await send('Page.enable');

  return {
    picture: async (url, { width, scheme }) => {
      await send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: width < 500,
      });
      await send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      });
      const loaded = event('Page.loadEventFired');
      await send('Page.navigate', { url });
      await loaded;
      const { data } = z
        .object({ data: z.string() })
        .parse(
          await send('Page.captureScreenshot', { captureBeyondViewport: true, format: 'png' }),
        );
      return Buffer.from(data, 'base64');
    },
    evaluate: async (expression) => {
      const { result } = z
        .object({ result: z.object({ value: z.unknown() }) })
        .parse(
          await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }),
        );
      return result.value;
    },
    close: () => {
      socket.close();
      chromium.once('exit', () => rmSync(profile, { recursive: true, force: true }));
      chromium.kill();
    },
  };
};
