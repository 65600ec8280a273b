import { CfnParameter, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Receivers } from '../functions/receivers.ts';
import { Api } from './api.ts';
import { Imports } from './imports.ts';
import { Mail } from './mail.ts';
import { MailEvents } from './mail-events.ts';
import { Night } from './night.ts';
import { OperatorAlarms } from './operator-alarms.ts';
import { SignIn } from './sign-in.ts';
import type { Stage } from './stages.ts';
import { Table } from './table.ts';
import { Webhooks } from './webhooks.ts';

export interface ReadinessStackProps extends StackProps {
  readonly stage: Stage;
  /** The version of the code, as nights and /health show it. */
  readonly codeVersion: string;
}

/** The whole system in one place. */
export class ReadinessStack extends Stack {
  constructor(scope: Construct, id: string, { stage, codeVersion, ...props }: ReadinessStackProps) {
    super(scope, id, props);
    const { operatorAddress, publicUrl, logRetention } = stage;
    const alarms = new OperatorAlarms(this, 'OperatorAlarms', { operatorAddress });
    const table = new Table(this, 'Table');
    const mail = new Mail(this, 'Mail', { sender: stage.sender });
    const issuer = stage.issuer ?? new SignIn(this, 'SignIn', { alarms, logRetention }).issuer;
    // Only what is never deployed may call its own machine.
    const receivers: Receivers = stage.region === undefined ? 'public-and-loopback' : 'public';
    const given = { table, receivers, alarms, logRetention };
    const api = new Api(this, 'Api', { ...given, issuer, codeVersion, publicUrl });
    new Webhooks(this, 'Webhooks', given);
    new MailEvents(this, 'MailEvents', { table, mail, alarms, logRetention });
    new Imports(this, 'Imports', { table, alarms, logRetention });
    new Night(this, 'Night', {
      table,
      mail,
      operatorAddress,
      publicUrl: publicUrl ?? api.url,
      codeVersion,
      alarms,
      logRetention,
    });
    if (stage.region === undefined) {
      // CDK refuses to deploy a stack while a parameter has no value.
      new CfnParameter(this, 'ThisStageIsNeverDeployed', {
        description: 'Name a stage with a region instead: -c stage=dev or -c stage=prod',
      });
      Validations.of(this).acknowledge({
        id: 'CloudFormation-Validate::W2001',
        reason: 'The parameter is not used: it is there to be missing.',
      });
    }
  }
}
