import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  Table as DynamoTable,
  ProjectionType,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** By the partition key of what is written; nobody may change or delete what is in the trail. */
const inTrail = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] },
};
const outsideTrail = {
  'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] },
};

/**
 * The one table: organisations, assessments, nights, digests, supervisors and settings.
 *
 * Encrypted with the key that DynamoDB manages in this account: its use shows in CloudTrail, and
 * nobody can delete it. A key of our own could be deleted, and with it a table that is kept for
 * the very reason that its data must outlive the stack.
 */
export class Table extends Construct {
  private readonly table: DynamoTable;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new DynamoTable(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Sparse: only states carry its keys, each by the day on which it can next change, what waits for
    // organisations' contacts, and what webhooks have yet to be told.
    this.table.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: { name: 'duePk', type: AttributeType.STRING },
      sortKey: { name: 'dueSk', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  get name(): string {
    return this.table.tableName;
  }

  grantRead(grantee: IGrantable): Grant {
    return this.grant(grantee, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  /** Reading the index that says which organisations may have changed. */
  grantReadDue(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.table.tableArn}/index/due`],
    });
  }

  /** Writing anywhere but in the audit trail. */
  grantWrite(grantee: IGrantable): Grant {
    return this.grant(grantee, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], outsideTrail);
  }

  /** Deleting anything but what is in the audit trail. */
  grantDelete(grantee: IGrantable): Grant {
    return this.grant(grantee, ['dynamodb:DeleteItem'], outsideTrail);
  }

  /** Adding to the audit trail; that what is there stays is the condition of each write. */
  grantRecordChanges(grantee: IGrantable): Grant {
    return this.grant(grantee, ['dynamodb:PutItem'], inTrail);
  }

  private grant(
    grantee: IGrantable,
    actions: string[],
    conditions?: Record<string, Record<string, unknown>>,
  ): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.tableArn],
      ...(conditions !== undefined && { conditions }),
    });
  }
}
