import { Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { WorkImportsEnv } from '../functions/env.ts';
import { AppFunction } from './app-function.ts';
import { EachMinute } from './each-minute.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Table } from './table.ts';

export interface ImportsProps {
  readonly table: Table;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/** What carries on the imports that are too long for one call. */
export class Imports extends Construct {
  constructor(scope: Construct, id: string, { table, alarms, logRetention }: ImportsProps) {
    super(scope, id);
    const work = new AppFunction(this, 'WorkImports', {
      name: 'each-minute/work-imports',
      env: WorkImportsEnv,
      environment: { TABLE: table.name },
      errorImpact: 'Imports that take longer than a call stand still where they are.',
      // So that the run of one minute has ended before that of the next begins.
      timeout: Duration.seconds(55),
      memorySize: 1769,
      alarms,
      logRetention,
    });
    table.grantRead(work);
    table.grantReadDue(work);
    table.grantWrite(work);
    table.grantDelete(work);
    table.grantRecordChanges(work);
    new EachMinute(this, 'EachMinute', { fn: work, alarms });
  }
}
