import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FunctionError, FunctionObserver } from './local-function.ts';
import type { Terminal } from './terminal.ts';

export interface FunctionLogProps {
  readonly file: string;
  readonly terminal: Terminal;
  /** Whether every line comes to the terminal too. */
  readonly verbose: boolean;
}

/** A log larger than this begins anew. */
const largest = 10 * 1024 * 1024;

/** A function's name without what CloudFormation makes of it: `NightOpenNight`. */
const shortName = (functionName: string): string =>
  functionName.replace(/Function[0-9A-F]{8}$/, '');

/** The functions' logs, in one file; a function that fails is one line in the terminal. */
export class FunctionLog implements FunctionObserver {
  private readonly props: FunctionLogProps;
  private readonly stream: WriteStream;

  private constructor(props: FunctionLogProps, stream: WriteStream) {
    this.props = props;
    this.stream = stream;
  }

  static async open(props: FunctionLogProps): Promise<FunctionLog> {
    await mkdir(dirname(props.file), { recursive: true });
    const { size } = await stat(props.file).catch(() => ({ size: 0 }));
    const flags = size > largest ? 'w' : 'a';
    return new FunctionLog(props, createWriteStream(props.file, { flags }));
  }

  log(functionName: string, line: string): void {
    const name = shortName(functionName);
    this.stream.write(`${new Date().toISOString()} ${name} ${line}\n`);
    if (this.props.verbose) {
      this.props.terminal.say(`${name} ${line}`);
    }
  }

  failed(functionName: string, error: FunctionError): void {
    this.log(functionName, JSON.stringify({ failed: error.message, trace: error.trace }));
    const [message = ''] = error.message.split('\n');
    this.props.terminal.warn(
      `${shortName(functionName)} failed: ${message} (more in ${this.props.file})`,
    );
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.stream.end(resolve);
    });
  }
}
