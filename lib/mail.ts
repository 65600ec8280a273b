import { CfnOutput } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

export interface MailProps {
  readonly sender: Stage['sender'];
}

/** The sender of mail: its proved address, and the rules and events of what it sends. */
export class Mail extends Construct {
  readonly from: string;
  private readonly identity: EmailIdentity;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { sender }: MailProps) {
    super(scope, id);
    this.from = sender.address;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    // What became of each mail: it settles a digest whose sending ended in doubt.
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(
        EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      ),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
    this.identity = new EmailIdentity(this, 'Sender', {
      identity:
        sender.provedBy === 'domain' ? Identity.domain(domain) : Identity.email(sender.address),
    });
    if (sender.provedBy === 'domain') {
      new CfnOutput(this, 'DnsRecords', {
        description: 'CNAME records that prove the domain and sign its mails',
        value: this.identity.dkimRecords.map(({ name, value }) => `${name} ${value}`).join(', '),
      });
    }
  }

  get configurationSetName(): string {
    return this.configurationSet.configurationSetName;
  }

  /** Asking how many mails SES still takes; that is asked of the account, and of no resource in it. */
  grantReadQuota(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['ses:GetSendQuota'],
      resourceArns: ['*'],
    });
  }

  /** Sending as this sender and under these rules, and in no other way. */
  grantSend(grantee: IGrantable): Grant {
    const configurationSetArn = this.identity.stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSetName,
    });
    return Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendRawEmail'],
      resourceArns: [this.identity.emailIdentityArn, configurationSetArn],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
  }
}
