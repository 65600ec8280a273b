import { describe, expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../local/options.ts';

describe('The options of npm start', () => {
  test('are the real clock on port 3000 when none is given', () => {
    expect(parseOptions([])).toEqual({ port: 3000, empty: false, once: false, verbose: false });
  });

  test('are taken as they are given', () => {
    const args = ['--port', '4000', '--today', '2026-11-22', '--empty', '--once'];
    expect(parseOptions(args)).toEqual({
      port: 4000,
      today: '2026-11-22',
      empty: true,
      once: true,
      verbose: false,
    });
  });

  test.each([
    [['--today', '2026-02-30'], '--today 2026-02-30', 'a day that does not exist'],
    [['--today', 'tomorrow'], '--today tomorrow', 'a day in words'],
    [['--today=1899-12-31'], '--today 1899-12-31', 'a day outside the calendar'],
    [['--port', '0'], '--port 0', 'no port'],
    [['--port', '65533'], '--port 65533', 'a port whose three followers do not exist'],
    [['--port', '3e3'], '--port 3e3', 'a port that is not written in digits'],
    [['--port'], '--port', 'a port that is missing'],
    [['--tody', '2026-11-22'], '--tody', 'an option that does not exist'],
    [['start'], 'start', 'a word that is no option'],
  ])('are refused in one line that names it: %j (%s, %s)', (args, named) => {
    const refuse = () => parseOptions(args);
    expect(refuse).toThrow(UsageError);
    expect(refuse).toThrow(named);
    expect(refuse).toThrow(/^[^\n]+$/);
  });
});
